import { readAmounts } from '#app/platform/tabular/read_amounts'

/** What a courier says of one parcel: amounts in millimes, `fee` is what it keeps. */
export type PaidParcel = { nth: number; trackingNumber: string; amount: number; fee: number }

/** What couriers call these columns. */
const COLUMNS = {
  key: ['tracking', 'code', 'ean', 'barcode', 'bordereau', 'suivi', 'colis', 'awb'],
  amounts: {
    amount: ['amount', 'montant', 'cod', 'crbt', 'cash', 'encaisse', 'prix', 'مبلغ'],
    fee: ['fee', 'fees', 'frais', 'commission'],
  },
}

/** The rows of a courier's file, and what makes it the same file again. Throws 422 for what is no such list. */
export async function readRemittance(
  path: string
): Promise<{ sha256: string; rows: PaidParcel[] }> {
  const { sha256, rows } = await readAmounts(path, COLUMNS)
  return {
    sha256,
    rows: rows.map(({ nth, key, amounts }) => ({ nth, trackingNumber: key, ...amounts })),
  }
}
