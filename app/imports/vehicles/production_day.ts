import { RowRejected } from '#app/imports/import_target'
import { foldWords } from '#app/platform/text/fold_words'

/** Words for "still built". */
const OPEN = new Set([
  '',
  'aujourd hui',
  'present',
  'en cours',
  'now',
  'today',
  'actuel',
  'a ce jour',
  '0',
])
const SHAPES = [
  /^(?<year>\d{4})(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?)?(?:[T ].*)?$/,
  /^(?:(?<day>\d{1,2})[-/.])?(?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})?$/,
]

/**
 * The ISO day of `2012`, `2012-06`, `2012-06-30`, `06/2012`, `30/06/2012` or `201206`: the first day that
 * is meant, or the last. Undefined for what is still built. Throws `RowRejected`.
 */
export function productionDay(column: 'from' | 'to', text: string): string | undefined {
  if (OPEN.has(foldWords(text))) return undefined
  for (const shape of SHAPES) {
    const found = shape.exec(text)?.groups
    if (!found) continue
    const year = Number(found.year)
    const month = Number(found.month ?? (column === 'from' ? 1 : 12))
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    const day = Number(found.day ?? (column === 'from' ? 1 : last))
    const exists =
      year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= last
    if (exists) return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  }
  throw new RowRejected(
    `${column}: «${text}» is no year, month or day, such as 2012, 2012-06 or 2012-06-30`
  )
}
