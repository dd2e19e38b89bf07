import type { Line } from '#app/prospector/reader/page_content'

/** `Conception : StudioWeb`: whoever made the site tells of himself there. */
const OF_SITE =
  /(?:conception|r[ée]alisation|cr[ée]ation|d[ée]veloppement)(?:\s{1,3}(?:et|&)\s{1,3}\p{L}{1,30})?(?:\s{1,3}(?:du|de|des))?(?:\s{1,3}sites?)?(?:\s{1,3}(?:web|internet))?\s{0,3}:|h[ée]berg[ée]e?s?\s{1,3}(?:par|chez)\b|site (?:web )?by\b|(?:powered|designed|developed|website) by\b|webmaster|agence web|\bsite(?:\s{1,3}(?:web|internet))?\s{1,3}(?:r[ée]alis|d[ée]velopp|con[çc]u|cr[ée][ée])|تصميم\s*(?:و\s*تطوير\s*)?:?|تطوير\s*:/iu
/** `Réalisé par` is said of work as well; at the end of a page it is said of the page. */
const OF_SOMETHING =
  /(?:r[ée]alis[ée]|d[ée]velopp[ée]|con[çc]u|cr[ée][ée])(?:e|es|s)?\s{0,3}(?:et\s{1,3}\p{L}{1,30}\s{1,3})?(?:par|avec|chez)\b|(?:created|made|design|built)(?:\s{1,3}(?:with|avec)\s{1,3}\S{1,4})?\s{1,3}(?:by|par)\b/iu
const LONGEST_IN_FOOTER = 200
const LONGEST_ELSEWHERE = 80
const NOBODY_YET = /(?:\bpar|\bby|\bwith|\bavec|\bchez|:)[\s❤♥️]{0,4}$/iu
/** No page thanks more people; strangers write pages. */
const MOST_CREDITS = 50
/** From this part of a page on it speaks of itself. */
const END = 0.6

/**
 * Lines of the business itself, and what is said of whoever made its site. What stands before a credit
 * in its line is the business's own; a name that the next line tells is not.
 */
export function partCredits(lines: Line[]): { own: Line[]; credits: string[] } {
  const own: Line[] = []
  const credits: string[] = []
  let isAwaited = false
  for (const [at, line] of lines.entries()) {
    const isEnd = line.isFooter || at >= lines.length * END
    const begins = isAwaited ? 0 : beginOfCredit(line, isEnd)
    isAwaited = false
    if (begins < 0) {
      own.push(line)
      continue
    }
    const credit = line.text.slice(begins)
    credits.push(credit)
    isAwaited = NOBODY_YET.test(credit)
    const before = line.text.slice(0, begins).trim()
    if (before !== '') own.push({ ...line, text: before })
  }
  return { own, credits: [...new Set(credits)].slice(0, MOST_CREDITS) }
}

function beginOfCredit({ text, isFooter }: Line, isEnd: boolean): number {
  const isShort = text.length <= (isFooter ? LONGEST_IN_FOOTER : LONGEST_ELSEWHERE)
  const found = [OF_SITE.exec(text), isEnd && isShort ? OF_SOMETHING.exec(text) : null]
  const begins = found.flatMap((match) => (match ? [match.index] : []))
  return begins.length ? Math.min(...begins) : -1
}
