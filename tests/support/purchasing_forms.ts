import { randomUUID } from 'node:crypto'
import { purchaseOrderQuery } from '#app/purchasing/purchase_order_query'
import { writeOffer } from '#app/purchasing/write_offer'
import { createProduct } from '#tests/support/catalogue'
import type { FilledForm } from '#tests/support/filled_form'
import { draftOrder, newSupplier, sentOrder } from '#tests/support/purchasing'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

async function filled(
  page: string,
  action: string,
  fields: Record<string, string>
): Promise<FilledForm> {
  return { page, action, fields, browser: await loggedIn(await createStaff()) }
}

const ORDERS = '/admin/purchase-orders'
const facts = () => ({
  ...{ name: `F ${randomUUID()}`, email: 'ventes@example.tn' },
  ...{ paymentDays: '30', minimumOrder: '0' },
})

/** Forms of purchasing. */
export const purchasingForms: Record<string, () => Promise<FilledForm>> = {
  '/admin/suppliers': () => filled('/admin/suppliers/new', '/admin/suppliers', facts()),
  '/admin/suppliers/:id': async () => {
    const { id } = await newSupplier()
    return filled(`/admin/suppliers/${id}/edit`, `/admin/suppliers/${id}`, facts())
  },
  '/admin/suppliers/:id/offers': async () => {
    const [{ id }, { sku }] = [await newSupplier(), await createProduct()]
    const fields = { sku, cost: '12,500', pack: '1', minimum: '1' }
    return filled(`/admin/suppliers/${id}`, `/admin/suppliers/${id}/offers`, fields)
  },
  '/admin/suppliers/:id/offers/:productId/deletion': async () => {
    const [{ id }, product] = [await newSupplier(), await createProduct()]
    await writeOffer({ supplierId: id, productId: product.id }, { cost: 1_000 }, TESTING)
    const page = `/admin/suppliers/${id}`
    return filled(page, `${page}/offers/${product.id}/deletion`, {})
  },
  '/admin/purchase-orders': async () => {
    const { id } = await newSupplier()
    return filled(`${ORDERS}/new`, ORDERS, { supplierId: String(id), location: 'depot' })
  },
  '/admin/purchase-orders/:number': async () => {
    const page = `${ORDERS}/${await draftOrder()}`
    return filled(page, page, { location: 'boutique', expectedOn: '2026-12-24' })
  },
  '/admin/purchase-orders/:number/lines': async () => {
    const page = `${ORDERS}/${await draftOrder()}`
    const { sku } = await createProduct()
    return filled(page, `${page}/lines`, { sku, newQuantity: '3', newCost: '1,500' })
  },
  '/admin/purchase-orders/:number/:move': async () => {
    const page = `${ORDERS}/${await sentOrder()}`
    return filled(page, `${page}/confirmation`, { supplierReference: 'F-12' })
  },
  '/admin/purchase-orders/:number/receipts': async () => {
    const number = await sentOrder()
    const { lines } = await purchaseOrderQuery(number)
    const [{ id }] = lines
    const counted = { [`accepted[l${id}]`]: '3', [`invoiced[l${id}]`]: '5,500' }
    const fields = { key: randomUUID(), ...counted }
    const page = `${ORDERS}/${number}`
    return filled(`${page}/receipts/new`, `${page}/receipts`, fields)
  },
  '/admin/purchase-suggestions': async () => {
    const [{ id }, product] = [await newSupplier(), await createProduct({ stock: 0 })]
    await writeOffer({ supplierId: id, productId: product.id }, { cost: 1_000 }, TESTING)
    const page = '/admin/purchase-suggestions'
    return filled(page, page, { 'ids[]': String(product.id) })
  },
}
