import { proposeBulkEdit, startBulkEdit } from '#app/catalogue/bulk/start_bulk_edit'
import { DEMO } from '#app/demo/trade/demo_acting'
import type { Goods } from '#app/demo/trade/goods'

const RAISED = 24
const ALARMING = 4
const CHOSEN = 12

/** Prices that were raised at once, some by so much that somebody should look, and an edit that is still looked at. */
export async function writePriceWork(goods: Goods[]): Promise<void> {
  const ids = goods.map(({ productId }) => productId)
  await raise(ids.slice(0, RAISED), '3,5')
  await raise(ids.slice(RAISED, RAISED + ALARMING), '18')
  await proposeBulkEdit({ kind: 'price_percent', ids: ids.slice(-CHOSEN) }, DEMO)
}

async function raise(ids: number[], percent: string) {
  const { id } = await proposeBulkEdit({ kind: 'price_percent', ids }, DEMO)
  await startBulkEdit(id, percent, DEMO)
}
