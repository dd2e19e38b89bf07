import { draftPurchaseOrder } from '#app/purchasing/draft_purchase_order'
import { movePurchaseOrder } from '#app/purchasing/move_purchase_order'
import { writeOffer } from '#app/purchasing/write_offer'
import { createSupplier } from '#app/purchasing/write_supplier'
import { createProduct } from '#tests/support/catalogue'
import { TESTING } from '#tests/support/staff'

let serial = 0

export const newSupplier = (facts: Partial<Parameters<typeof createSupplier>[0]> = {}) =>
  createSupplier({ name: `Fournisseur ${++serial}`, ...facts }, TESTING)

type Wanted = { sku: string; quantity: number; cost?: number }

/** A draft of these lines, else of ten pieces of some product. */
export async function draftOrder(lines?: Wanted[], supplierId?: number) {
  const supplier = await (supplierId ? { id: supplierId } : newSupplier())
  const wanted = lines ?? [await tenPieces()]
  return draftPurchaseOrder({ supplierId: supplier.id, lines: wanted }, TESTING)
}

async function tenPieces() {
  const { sku } = await createProduct()
  return { sku, quantity: 10, cost: 5_000 }
}

/** The same on its way to the supplier. */
export async function sentOrder(lines?: Wanted[], supplierId?: number) {
  const number = await draftOrder(lines, supplierId)
  await movePurchaseOrder(number, 'sending', { mail: false }, TESTING)
  return number
}

/** What hostile requests need to get past the first check; `sku` is what they order and receive. */
export async function existingPurchasing(sku: string) {
  const supplier = await newSupplier({ email: 'ventes@example.tn' })
  const { id } = await createProduct()
  await writeOffer({ supplierId: supplier.id, productId: id }, { cost: 1_000 }, TESTING)
  const lines = [{ sku, quantity: 100_000, cost: 1_000 }]
  return {
    ...{ supplierId: String(supplier.id), productId: String(id) },
    draftNumber: await draftOrder(lines, supplier.id),
    sentNumber: await sentOrder(lines, supplier.id),
    awaitedNumber: await sentOrder(lines, supplier.id),
  }
}
