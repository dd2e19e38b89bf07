import type { I18n } from '@adonisjs/i18n'
import type { Term } from '#app/prospector/score/score_of'

/** Beginnings of the words for reasons that are told by a name, by term. */
const WORDS: Record<string, string> = {
  'fit.segment': 'leads.segment_',
  'data.phone': 'leads.origin_',
  'data.address': 'leads.origin_',
  'penalty.closed': 'leads.origin_',
  'eng.asked': 'leads.why_',
  'penalty.no_channel': 'leads.why_',
}

/** What a term of a score was seen by, for people: names in their language; days are left to the page. */
export function reasonInWords({ k, why }: Term, i18n: I18n): string {
  if (why === '' || k === 'fit.carrier') return ''
  const words = WORDS[k]
  return words === undefined ? why : i18n.t(words + why)
}
