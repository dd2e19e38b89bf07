import { randomUUID } from 'node:crypto'
import { purchaseOrderQuery } from '#app/purchasing/purchase_order_query'
import type { AcceptedBody } from '#tests/support/accepted_bodies'
import { createProduct } from '#tests/support/catalogue'
import { draftOrder, newSupplier, sentOrder } from '#tests/support/purchasing'

/** Bodies that are accepted by the API of purchasing. */
export const purchasingBodies: Record<string, () => Promise<AcceptedBody>> = {
  'post /api/admin/suppliers': async () => ({
    url: '/api/admin/suppliers',
    body: { name: `Fournisseur ${randomUUID()}` },
  }),
  'patch /api/admin/suppliers/{id}': async () => {
    const { id } = await newSupplier()
    return { url: `/api/admin/suppliers/${id}`, body: { leadDays: 4 } }
  },
  'put /api/admin/suppliers/{id}/offers/{productId}': async () => {
    const [{ id }, product] = [await newSupplier(), await createProduct()]
    return { url: `/api/admin/suppliers/${id}/offers/${product.id}`, body: { cost: 4_000 } }
  },
  'post /api/admin/purchase-orders': async () => {
    const { id } = await newSupplier()
    return { url: '/api/admin/purchase-orders', body: { supplierId: id } }
  },
  'patch /api/admin/purchase-orders/{number}': async () => ({
    url: `/api/admin/purchase-orders/${await draftOrder()}`,
    body: { notes: 'urgent' },
  }),
  'put /api/admin/purchase-orders/{number}/lines': async () => {
    const { sku } = await createProduct()
    const url = `/api/admin/purchase-orders/${await draftOrder()}/lines`
    return { url, body: { lines: [{ sku, quantity: 2 }] } }
  },
  'post /api/admin/purchase-orders/{number}/{move}': async () => ({
    url: `/api/admin/purchase-orders/${await sentOrder()}/confirmation`,
    body: { supplierReference: 'F-12' },
  }),
  'post /api/admin/purchase-orders/{number}/receipts': async () => {
    const number = await sentOrder()
    const { lines } = await purchaseOrderQuery(number)
    const body = { lines: [{ sku: lines[0].sku, accepted: 3 }] }
    return { url: `/api/admin/purchase-orders/${number}/receipts`, body }
  },
  'post /api/admin/purchase-suggestions': async () => {
    const { id } = await createProduct({ stock: 0 })
    return { url: '/api/admin/purchase-suggestions', body: { productIds: [id] } }
  },
}
