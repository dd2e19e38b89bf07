import { sql } from '#app/platform/database/sql'
import type { FilledForm } from '#tests/support/filled_form'
import { createProduct } from '#tests/support/catalogue'
import { createCustomer } from '#tests/support/customers'
import { paymentOf } from '#app/payments/payment'
import {
  awaitedTransfer,
  oddPayment,
  promisedRefund,
  receivedTransfer,
} from '#tests/support/transfers'
import { createCoupon } from '#tests/support/promotions'
import { ADDRESS, placedOrder } from '#tests/support/purchases'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

/** Ended from its beginning, so that no cart of another test gets it. */
const PROMOTION = { name: 'Livraison offerte', kind: 'free_delivery', startsOn: '2090-01-01' }

async function aboutStock(action: string, fields: Record<string, string>): Promise<FilledForm> {
  const { id } = await createProduct()
  const page = `/admin/stock/${id}`
  return { page, action: page + action, fields, browser: await loggedIn(await createStaff()) }
}

async function aboutOrder(action: string, fields: Record<string, string>): Promise<FilledForm> {
  const { number } = await placedOrder()
  const page = `/admin/orders/${number}`
  return { page, action: page + action, fields, browser: await loggedIn(await createStaff()) }
}

/** The form of whoever has the link. */
async function ofBuyer(): Promise<FilledForm> {
  const { number, token } = await placedOrder()
  const page = `/orders/${number}?token=${encodeURIComponent(token)}`
  return { page, action: `/orders/${number}/cancellation`, fields: { token, reason: 'trop tard' } }
}

async function aboutCustomer(action: string, fields: Record<string, string>): Promise<FilledForm> {
  const { id } = await createCustomer()
  const page = `/admin/customers/${id}`
  return { page, action: page + action, fields, browser: await loggedIn(await createStaff()) }
}

async function aboutPayment(
  action: string,
  number: string,
  fields: Record<string, string>
): Promise<FilledForm> {
  const browser = await loggedIn(await createStaff())
  return { page: `/admin/orders/${number}`, action: `/admin/payments${action}`, fields, browser }
}

async function numberOf(paymentId: string): Promise<string> {
  const { orderNumber } = await paymentOf(paymentId)
  return orderNumber
}

/** Forms about stock, orders, customers and payments. */
export const deskForms: Record<string, () => Promise<FilledForm>> = {
  '/orders/:number/cancellation': ofBuyer,
  '/admin/stock/:id/adjustments': () =>
    aboutStock('/adjustments', {
      ...{ kind: 'receipt', location: 'depot', quantity: '3', reason: 'BL 12' },
    }),
  '/admin/stock/:id/transfers': () =>
    aboutStock('/transfers', { from: 'depot', to: 'boutique', pieces: '1', document: 'BT 7' }),
  '/admin/stock/:id/limits': () => aboutStock('/limits', { place: 'depot', lowStockAt: '4' }),
  '/admin/orders/:number/confirmation': () => aboutOrder('/confirmation', {}),
  '/admin/orders/:number/cancellation': () =>
    aboutOrder('/cancellation', { reason: 'injoignable' }),
  '/admin/products/:id/kit': async () => {
    const [kit, part] = [await createProduct({ stock: 0 }), await createProduct()]
    const page = `/admin/products/${kit.id}/kit`
    const fields = { version: '1', newSku: part.sku, newQuantity: '2' }
    return { page, action: page, fields, browser: await loggedIn(await createStaff()) }
  },
  '/admin/orders/:number/edits': async () => {
    const { number } = await placedOrder()
    const place = `/admin/orders/${number}`
    const fields = { 'version': '1', 'reason': 'au téléphone', 'quantity[p1]': '2', ...ADDRESS }
    const browser = await loggedIn(await createStaff())
    return {
      ...{ page: `${place}/edit`, action: `${place}/edits`, browser },
      fields: { ...fields, optionId: 'home' },
    }
  },
  '/admin/promotions': async () => ({
    page: '/admin/promotions/new',
    fields: PROMOTION,
    browser: await loggedIn(await createStaff()),
  }),
  '/admin/promotions/:id': async () => {
    const { id } = await createCoupon()
    const page = `/admin/promotions/${id}`
    const browser = await loggedIn(await createStaff())
    return { page, action: page, fields: PROMOTION, browser }
  },
  '/admin/customers/:id/group': () => aboutCustomer('/group', { group: '' }),
  '/admin/customers/:id/erasure': () => aboutCustomer('/erasure', { reason: 'demande écrite' }),
  '/admin/payments/:id/checks': async () => {
    const { id, number } = await awaitedTransfer()
    return aboutPayment(`/${id}/checks`, number, {})
  },
  '/admin/payments/:id/receipt': async () => {
    const { id, number } = await awaitedTransfer()
    return aboutPayment(`/${id}/receipt`, number, { document: 'VIR 4711' })
  },
  '/admin/payments/:id/decision': async () => {
    const { id, number } = await oddPayment()
    const fields = { decision: 'closed', reason: 'rendu chez Konnect' }
    return aboutPayment(`/${id}/decision`, number, fields)
  },
  '/admin/payments/:id/refunds': async () => {
    const id = await receivedTransfer()
    const fields = { amount: '1,500', reason: 'retour', key: 'une-clé' }
    return aboutPayment(`/${id}/refunds`, await numberOf(id), fields)
  },
  '/admin/payments/:id/refunds/:refundId/completion': async () => {
    const { id, refundId } = await promisedRefund()
    const action = `/${id}/refunds/${refundId}/completion`
    return aboutPayment(action, await numberOf(id), { document: 'VIR 4712' })
  },
  '/payments/:id/attempts': async () => {
    const { number } = await placedOrder()
    const [{ id }] = await sql<{ id: string }>(
      `update payments set state = 'failed' where order_id = (select id from orders where number = $1)
       returning public_id as id`,
      [number]
    )
    const page = `/payments/${id}`
    const browser = await loggedIn(await createStaff())
    return { page, action: `${page}/attempts`, fields: { method: 'transfer' }, browser }
  },
  '/admin/orders/:number/notes': () => aboutOrder('/notes', { text: 'rappeler demain' }),
}
