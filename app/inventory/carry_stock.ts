import type { Acting } from '#app/platform/database/act_as'
import { Problem } from '#app/platform/http/problem'
import { expectLocation, expectProduct } from '#app/inventory/adjust_stock'
import { transferStock } from '#app/inventory/transfer_stock'

export type Carriage = {
  productId: number
  from: string
  to: string
  quantity: number
  reason: string
}

/** Carries pieces from one place to another. Throws 409 when fewer are free there than are to be carried. */
export async function carryStock(
  { productId, from, to, quantity, reason }: Carriage,
  { actor }: Acting
): Promise<void> {
  await expectProduct(productId)
  const missing = await transferStock({
    ...{
      productId,
      from: await expectLocation(from, { field: 'from' }),
      to: await expectLocation(to, { field: 'to' }),
    },
    ...{ pieces: quantity, reference: reason, actor },
  })
  if (missing > 0) throw promised(quantity - missing, missing)
}

const promised = (free: number, missing: number) =>
  new Problem({
    status: 409,
    code: 'stock_promised',
    title: 'Not so many are free',
    detail: `Only ${free} pieces are there that nobody was promised. Carry fewer, or release reservations first.`,
    extra: { free, missing },
  })
