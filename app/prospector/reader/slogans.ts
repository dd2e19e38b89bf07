import { foldWords } from '#app/platform/text/fold_words'
import { NO_ORDERS, OPENINGS, PERSONS, VERBS } from '#app/prospector/reader/name_words'
import { commonWords, opensWithTrade, tellingWords } from '#app/prospector/reader/telling_words'

const ARTICLE = /^(?:l[ae]s? |l['’]|the )/iu
/** `LE SPÉCIALISTE DU PNEU` praises, `La Maison du Pneu` is a name. */
const PRAISE =
  /^(?:l[ae]s? |l['’]|the )(?:sp[ée]cialis|meilleur|n°|num[ée]ro|r[ée]f[ée]rence|leader|solution|partenaire|confiance|best|expert|premi[eè]r)/iu

/**
 * Whether a text praises or describes instead of naming: it speaks to somebody, tells to do something,
 * or is written in lower case, as names are not. What opens with a trade is a name as soon as it tells whose.
 */
export function isSlogan(text: string): boolean {
  if (PERSONS.test(text) || OPENINGS.test(text) || PRAISE.test(text) || hasVerb(text)) return true
  const common = commonWords(text)
  if (opensWithTrade(text)) return common.length > 0 || !tellingWords(text).length
  if (ARTICLE.test(text)) return common.length > 0
  return common.length > 1 && common.length * 2 > tellingWords(text).length
}

function hasVerb(text: string): boolean {
  return text
    .split(/[\s'’-]+/)
    .some((word, at) =>
      at === 0 || /^\p{Ll}/u.test(word)
        ? VERBS.has(word) || (/^\p{L}{3,}ez$/u.test(word) && !NO_ORDERS.has(foldWords(word)))
        : false
    )
}
