import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { expectQuantities } from '#app/cart/cart_problems'
import type { CheckoutLine } from '#app/checkout/checkout_session'
import { sql } from '#app/platform/database/sql'

type SoldIn = { sku: string; minQuantity: number; packSize: number }

/** Throws 409, as a checkout does, for parts that are sold from more pieces on, or in other packs. */
export async function expectPacks(lines: CheckoutLine[], trx: TransactionClientContract) {
  const rows = await sql<SoldIn>(
    `select sku, min_quantity as "minQuantity", pack_size as "packSize" from products where sku = any ($1::text[])`,
    [lines.map(({ sku }) => sku)],
    trx
  )
  const soldIn = new Map(rows.map((row) => [row.sku, row]))
  expectQuantities(
    lines.map((line) => ({ ...soldIn.get(line.sku)!, ...line, price: line.unitPrice }))
  )
}
