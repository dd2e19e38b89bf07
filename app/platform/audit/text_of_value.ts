import type { I18n } from '@adonisjs/i18n'
import type { AuditedField } from '#app/platform/shell/shell'
import { wholeNumber } from '#app/platform/views/numbers'
import { moment } from '#app/platform/views/moments'

const NOTHING = '—'
const LONGEST = 160
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const WORD = /^[a-z_]{1,30}$/

/** A value of a column as people read it: money as money, moments by the clock of Tunis, long texts cut. */
export function textOfValue(value: unknown, { text, words }: AuditedField, i18n: I18n): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (text) return text(value, i18n)
  if (words) return i18n.t(`${words}_${String(value).replaceAll('-', '_')}`)
  if (typeof value === 'boolean') return i18n.t(value ? 'audit.yes' : 'audit.no')
  if (typeof value === 'number') return Number.isInteger(value) ? wholeNumber(value) : String(value)
  if (typeof value !== 'string') return cut(JSON.stringify(value))
  if (INSTANT.test(value)) return momentOf(value)
  return WORD.test(value) ? translated(i18n, 'value', value) : cut(value)
}

/** The word for something in the language of the reader, or as the table has it when there is none. */
export function translated(i18n: I18n, kind: string, word: string): string {
  const key = `audit.${kind}_${word}`
  return i18n.hasMessage(key) ? i18n.t(key) : word
}

const cut = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text

function momentOf(text: string): string {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? text : moment(at)
}
