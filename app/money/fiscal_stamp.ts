/** What an invoice or credit note costs in stamp duty, by the day from which it applies; in millimes. */
const STAMPS = [
  { from: '2023-01-01', amount: 1_000 }, // decree-law 2022-79; before, 600: no document of ours is older
]

/**
 * The stamp of a document that is issued on a day. Only invoices and credit notes carry one, once,
 * after tax. Throws a RangeError for days before there was one.
 * @param day `2026-11-30`, in Tunis
 */
export function fiscalStamp(day: string): number {
  const stamp = STAMPS.findLast(({ from }) => from <= day)
  if (!stamp) throw new RangeError(`no fiscal stamp is known for ${day}`)
  return stamp.amount
}
