import { randomUUID } from 'node:crypto'
import { createAttribute } from '#app/catalogue/attributes/write_attribute'
import { proposeBulkEdit } from '#app/catalogue/bulk/start_bulk_edit'
import { loginsOfCustomers } from '#app/customers/customer_logins'
import { sql } from '#app/platform/database/sql'
import { openApiLogin } from '#app/staff/login/staff_logins'
import { createBrand, createCategory, createProduct, seeChanges } from '#tests/support/catalogue'
import {
  createCustomer,
  CUSTOMER_PASSWORD,
  customerBearer,
  existingAddress,
  newEmail,
  resetTokenOf,
} from '#tests/support/customers'
import { uploadedImport } from '#tests/support/import_forms'
import { fittedProduct, knownVehicle, TYPE_FIELDS } from '#tests/support/fitment_forms'
import { createImage, pictureFile } from '#tests/support/pictures'
import { ADDRESS, filledCart, placedOrder, startedCheckout } from '#tests/support/purchases'
import { invoiceBodies } from '#tests/support/invoice_bodies'
import { shippingBodies } from '#tests/support/shipping_bodies'
import { priceBodies } from '#tests/support/price_lists'
import { quoteBodies } from '#tests/support/quote_bodies'
import { orionBodies } from '#tests/support/orion'
import { purchasingBodies } from '#tests/support/purchasing_bodies'
import { newLead } from '#tests/support/leads/findings'
import {
  awaitedTransfer,
  oddPayment,
  promisedRefund,
  receivedTransfer,
} from '#tests/support/transfers'
import { createCoupon } from '#tests/support/promotions'
import { createStaff, PASSWORD, TESTING } from '#tests/support/staff'
import { createVehicle } from '#tests/support/vehicles'

const ANYWHERE = { ip: '127.0.0.1', userAgent: null }
let serial = 0
export interface AcceptedBody {
  url: string
  body: object
  headers?: Record<string, string>
}

/** A body that is accepted, for every route of the API that takes one. A new route needs one here. */
export const ACCEPTED: Record<string, () => Promise<AcceptedBody>> = {
  'post /api/admin/auth/login': async () => {
    const { email } = await createStaff('counter')
    return { url: '/api/admin/auth/login', body: { email, password: PASSWORD } }
  },
  'post /api/admin/auth/refresh': async () => {
    const { refreshToken } = await openApiLogin(await createStaff('counter'), ANYWHERE)
    return { url: '/api/admin/auth/refresh', body: { refreshToken } }
  },
  'put /api/admin/imports/{id}/columns': async () => ({
    url: `/api/admin/imports/${await uploadedImport()}/columns`,
    body: { mapping: { name: 'name' }, decimals: 'point' },
  }),
  'patch /api/admin/leads/{id}': async () => ({
    url: `/api/admin/leads/${await newLead()}`,
    body: { status: 'to_call', notes: 'Rappeler mardi' },
  }),
  'post /api/admin/staff': async () => {
    const email = `neuf.${Date.now()}.${serial++}@shabou.test`
    return { url: '/api/admin/staff', body: { email, fullName: 'Amel', role: 'counter' } }
  },
  'patch /api/admin/staff/{id}': async () => {
    const { id } = await createStaff('counter')
    return { url: `/api/admin/staff/${id}`, body: { fullName: 'Sami' } }
  },
  'post /api/admin/roles': async () => ({
    url: '/api/admin/roles',
    body: { name: `Rôle ${Date.now()} ${serial++}`, abilities: ['products:read'] },
  }),
  'patch /api/admin/roles/{key}': async () => ({
    url: '/api/admin/roles/sales',
    body: { requiresSecondFactor: false },
  }),
  // Tried out only: the same file imported twice at once would be refused.
  'post /api/admin/products/import': async () => ({
    url: '/api/admin/products/import',
    body: { dryRun: '1', file: new File(['sku,name,price\nA1,Un,1\n'], 'list.csv') },
  }),
  'post /api/admin/products': async () => {
    const brand = await createBrand()
    const sku = `NEW-${brand.id}`
    return { url: '/api/admin/products', body: { sku, name: 'Neuf', brand: brand.slug } }
  },
  'put /api/admin/products/{id}': async () => {
    const { id, sku } = await createProduct()
    const brand = await createBrand()
    const body = { sku, name: 'Autre', brand: brand.slug, price: 10_000 }
    return { url: `/api/admin/products/${id}`, body }
  },
  'patch /api/admin/products/{id}': async () => {
    const { id } = await createProduct()
    return { url: `/api/admin/products/${id}`, body: { name: 'Autre' } }
  },
  'post /api/admin/products/{id}/price-history': async () => {
    const { id } = await createProduct()
    const body = { price: 12_000, reason: 'nouveau tarif' }
    return { url: `/api/admin/products/${id}/price-history`, body }
  },
  'post /api/admin/brands': async () => ({
    url: '/api/admin/brands',
    body: { name: `Nouvelle ${serial++}` },
  }),
  'patch /api/admin/brands/{id}': async () => {
    const { id } = await createBrand()
    return { url: `/api/admin/brands/${id}`, body: { name: `Autre ${serial++}` } }
  },
  'post /api/admin/categories': async () => ({
    url: '/api/admin/categories',
    body: { name: `Nouvelle ${serial++}` },
  }),
  'patch /api/admin/categories/{id}': async () => {
    const { id } = await createCategory(`categorie-${serial++}`)
    return { url: `/api/admin/categories/${id}`, body: { name: `Autre ${serial++}` } }
  },
  'put /api/admin/products/{id}/equivalents/{otherId}': async () => {
    const [one, other] = [await createProduct(), await createProduct()]
    const url = `/api/admin/products/${one.id}/equivalents/${other.id}`
    return { url, body: { verdict: 'confirmed' } }
  },
  'post /api/admin/attributes': async () => ({
    url: '/api/admin/attributes',
    body: { code: `mesure_${serial++}`, kind: 'text', name: 'Mesure' },
  }),
  'patch /api/admin/attributes/{id}': async () => {
    const code = `mesure_${serial++}`
    const { id } = await createAttribute({ code, kind: 'text', name: 'Mesure' }, TESTING)
    return { url: `/api/admin/attributes/${id}`, body: { name: 'Autre' } }
  },
  'post /api/admin/products/{id}/numbers': async () => {
    const { id } = await createProduct()
    const body = { kind: 'oe', owner: 'Renault', numbers: '7701206379' }
    return { url: `/api/admin/products/${id}/numbers`, body }
  },
  'post /api/admin/products/{id}/images': async () => {
    const { id } = await createProduct()
    return { url: `/api/admin/products/${id}/images`, body: { file: await pictureFile() } }
  },
  'patch /api/admin/products/{id}/images/{partId}': async () => {
    const { id, imageId } = await createImage()
    return { url: `/api/admin/products/${id}/images/${imageId}`, body: { position: 0 } }
  },
  'post /api/admin/bulk-edits': async () => {
    const { id } = await createProduct()
    return { url: '/api/admin/bulk-edits', body: { kind: 'status', ids: [id] } }
  },
  'post /api/admin/bulk-edits/{id}/run': async () => {
    const product = await createProduct()
    const { id } = await proposeBulkEdit({ kind: 'status', ids: [product.id] }, TESTING)
    return { url: `/api/admin/bulk-edits/${id}/run`, body: { value: 'draft' } }
  },
  'post /api/admin/views': async () => ({
    url: '/api/admin/views',
    body: { page: 'products', name: `Vue ${serial++}` },
  }),
  'patch /api/admin/list-preferences/{page}': async () => ({
    url: '/api/admin/list-preferences/products',
    body: { columns: ['brand'], isCompact: true },
  }),
  'patch /api/admin/vehicles/makes/{id}': async () => {
    const { makeId } = await knownVehicle()
    return { url: `/api/admin/vehicles/makes/${makeId}`, body: { nameAr: 'ماركة' } }
  },
  'patch /api/admin/vehicles/models/{id}': async () => {
    const { modelId } = await knownVehicle()
    return { url: `/api/admin/vehicles/models/${modelId}`, body: { nameAr: 'طراز' } }
  },
  'post /api/admin/vehicles/models/{id}/types': async () => {
    const { modelId } = await knownVehicle()
    return { url: `/api/admin/vehicles/models/${modelId}/types`, body: TYPE_FIELDS }
  },
  'put /api/admin/vehicles/types/{id}': async () => {
    const { id } = await knownVehicle()
    return { url: `/api/admin/vehicles/types/${id}`, body: TYPE_FIELDS }
  },
  'post /api/admin/vehicles/{kind}/{id}/aliases': async () => {
    const { makeId } = await knownVehicle()
    return { url: `/api/admin/vehicles/makes/${makeId}/aliases`, body: { alias: 'autre nom' } }
  },
  'post /api/admin/products/{id}/fitments': async () => {
    const { id } = await createProduct()
    const { make } = await knownVehicle()
    return { url: `/api/admin/products/${id}/fitments`, body: { make } }
  },
  'post /api/admin/products/{id}/fitments/copies': async () => {
    const [{ id }, { sku }] = [await createProduct(), await fittedProduct()]
    return { url: `/api/admin/products/${id}/fitments/copies`, body: { from: sku } }
  },
  'post /api/admin/vehicles/vin/{vin}': async () => {
    const vehicleTypeId = await createVehicle({ name: `Type ${serial++}` })
    return { url: '/api/admin/vehicles/vin/VF1BB1D0H12345678', body: { vehicleTypeId } }
  },
  'post /api/admin/unmet-demand': async () => ({
    url: '/api/admin/unmet-demand',
    body: { words: 'alternateur' },
  }),
  'put /api/admin/synonyms/{code}': async () => ({
    url: '/api/admin/synonyms/brake_pads',
    body: { kind: 'part', synonyms: [{ term: 'plakat', language: 'arabizi' }] },
  }),
  'post /api/v1/auth/register': async () => {
    const body = { fullName: 'Amel', email: newEmail(), password: CUSTOMER_PASSWORD }
    return { url: '/api/v1/auth/register', body }
  },
  'post /api/v1/auth/login': async () => {
    const { email } = await createCustomer()
    return { url: '/api/v1/auth/login', body: { email, password: CUSTOMER_PASSWORD } }
  },
  'post /api/v1/auth/refresh': async () => {
    const { customer } = await someAccount()
    const sid = await loginsOfCustomers.open(customer.id, 'api', ANYWHERE)
    const { refreshToken } = await loginsOfCustomers.tokensOf(customer.id, sid)
    return { url: '/api/v1/auth/refresh', body: { refreshToken } }
  },
  'post /api/v1/auth/password/forgot': async () => {
    const { email } = await createCustomer()
    return { url: '/api/v1/auth/password/forgot', body: { email } }
  },
  'post /api/v1/auth/password/reset': async () => {
    const token = await resetTokenOf(await createCustomer())
    const body = { token, password: `${CUSTOMER_PASSWORD} nouveau` }
    return { url: '/api/v1/auth/password/reset', body }
  },
  'post /api/v1/me/addresses': async () => ({ url: '/api/v1/me/addresses', body: ADDRESS }),
  'put /api/v1/me/addresses/{id}': async () => {
    const { id, token } = await someAccount()
    const headers = { authorization: `Bearer ${token}` }
    return { url: `/api/v1/me/addresses/${id}`, body: ADDRESS, headers }
  },
  'post /api/v1/me/vehicles': async () => {
    const vehicle = await createVehicle({ name: `Type ${serial++}` })
    return { url: '/api/v1/me/vehicles', body: { vehicle } }
  },
  'post /api/v1/me/erasure': async () => {
    const { token } = await customerBearer()
    const headers = { authorization: `Bearer ${token}` }
    return { url: '/api/v1/me/erasure', body: { password: CUSTOMER_PASSWORD }, headers }
  },
  'patch /api/admin/customers/{id}': async () => {
    const { customer } = await someAccount()
    return { url: `/api/admin/customers/${customer.id}`, body: { group: null } }
  },
  'post /api/admin/customers/{id}/erasure': async () => {
    const { id } = await createCustomer()
    return { url: `/api/admin/customers/${id}/erasure`, body: { reason: 'demande écrite' } }
  },
  'patch /api/v1/me': async () => ({ url: '/api/v1/me', body: { fullName: 'Sami' } }),
  'post /api/v1/cart/coupon': async () => {
    const [{ token }, { code }] = [await filledCart(), await createCoupon()]
    return { url: '/api/v1/cart/coupon', body: { code }, headers: { 'x-cart-token': token } }
  },
  'put /api/admin/products/{id}/kit': async () => {
    const [kit, part] = [await createProduct({ stock: 0 }), await createProduct()]
    const body = { components: [{ sku: part.sku, quantity: 2 }] }
    return { url: `/api/admin/products/${kit.id}/kit`, body }
  },
  'post /api/admin/orders/{number}/edits': async () => {
    const { number } = await placedOrder()
    const body = { reason: 'au téléphone', address: { ...ADDRESS, fullName: 'Sami' } }
    return { url: `/api/admin/orders/${number}/edits`, body }
  },
  'post /api/admin/promotions': async () => ({
    url: '/api/admin/promotions',
    body: { name: 'Livraison offerte', kind: 'free_delivery', isActive: false },
  }),
  'put /api/admin/promotions/{id}': async () => {
    const { id } = await createCoupon()
    const body = { name: 'Livraison offerte', kind: 'free_delivery', isActive: false }
    return { url: `/api/admin/promotions/${id}`, body }
  },
  'post /api/v1/cart/items': async () => {
    const { sku } = await createProduct()
    return { url: '/api/v1/cart/items', body: { sku, quantity: 1 } }
  },
  'put /api/v1/cart/items/{sku}': async () => {
    const { sku, token } = await filledCart()
    const headers = { 'x-cart-token': token }
    return { url: `/api/v1/cart/items/${sku}`, body: { quantity: 2 }, headers }
  },
  'put /api/v1/checkout/sessions/{id}/shipping-address': async () => ({
    url: `/api/v1/checkout/sessions/${await startedCheckout()}/shipping-address`,
    body: ADDRESS,
  }),
  'put /api/v1/checkout/sessions/{id}/shipping-option': async () => ({
    url: `/api/v1/checkout/sessions/${await startedCheckout()}/shipping-option`,
    body: { optionId: 'pickup' },
  }),
  'post /api/v1/checkout/sessions/{id}/complete': async () => ({
    url: `/api/v1/checkout/sessions/${await startedCheckout()}/complete`,
    body: { paymentMethod: 'cod' },
    headers: { 'idempotency-key': randomUUID() },
  }),
  'post /api/admin/payments/{id}/receipt': async () => {
    const { id } = await awaitedTransfer()
    return { url: `/api/admin/payments/${id}/receipt`, body: { document: 'VIR 4711' } }
  },
  'post /api/admin/payments/{id}/decision': async () => {
    const { id } = await oddPayment()
    const body = { decision: 'closed', reason: 'rendu chez Konnect' }
    return { url: `/api/admin/payments/${id}/decision`, body }
  },
  'post /api/admin/payments/{id}/refunds': async () => ({
    url: `/api/admin/payments/${await receivedTransfer()}/refunds`,
    body: { reason: 'retour de pièce' },
    headers: { 'idempotency-key': randomUUID() },
  }),
  'post /api/admin/payments/{id}/refunds/{refundId}/completion': async () => {
    const { id, refundId } = await promisedRefund()
    const url = `/api/admin/payments/${id}/refunds/${refundId}/completion`
    return { url, body: { document: 'VIR 4712' } }
  },
  'post /api/v1/payments/intents': async () => {
    const { number } = await placedOrder()
    return {
      url: '/api/v1/payments/intents',
      body: { orderNumber: number, method: 'transfer' },
      headers: { 'idempotency-key': randomUUID() },
    }
  },
  'post /api/v1/orders/track': async () => {
    const { number } = await placedOrder()
    return { url: '/api/v1/orders/track', body: { number, phoneLast4: '3456' } }
  },
  'post /api/v1/orders/{number}/cancellation': async () => {
    const { number, token } = await placedOrder()
    return { url: `/api/v1/orders/${number}/cancellation`, body: { token } }
  },
  'post /api/admin/stock/adjustments': async () => {
    const { id } = await createProduct()
    const body = { productId: id, location: 'depot', kind: 'receipt', quantity: 3, reason: 'BL 12' }
    return { url: '/api/admin/stock/adjustments', body }
  },
  'post /api/admin/stock/transfers': async () => {
    const { id } = await createProduct()
    const body = { productId: id, from: 'depot', to: 'boutique', quantity: 1, reason: 'BT 7' }
    return { url: '/api/admin/stock/transfers', body }
  },
  'put /api/admin/stock/limits': async () => {
    const { id } = await createProduct()
    const body = { productId: id, location: 'depot', lowStockAt: 4 }
    return { url: '/api/admin/stock/limits', body }
  },
  ...purchasingBodies,
  ...quoteBodies,
  ...priceBodies,
  ...orionBodies,
  ...shippingBodies,
  ...invoiceBodies,
  'post /api/admin/orders/{number}/cancellation': async () => {
    const { number } = await placedOrder()
    return { url: `/api/admin/orders/${number}/cancellation`, body: { reason: 'injoignable' } }
  },
  'post /api/admin/orders/{number}/notes': async () => {
    const { number } = await placedOrder()
    return { url: `/api/admin/orders/${number}/notes`, body: { text: 'rappeler demain' } }
  },
  'put /api/admin/payment-methods/{method}': async () => ({
    url: '/api/admin/payment-methods/transfer',
    body: { isOn: true },
  }),
  'post /api/v1/garage/vehicles': async () => {
    const vehicle = await createVehicle({ name: `Type ${serial++}` })
    await seeChanges()
    return { url: '/api/v1/garage/vehicles', body: { vehicle } }
  },
  'post /api/v1/references/resolve': async () => ({
    url: '/api/v1/references/resolve',
    body: { text: 'GDB1330' },
  }),
}

let account: Awaited<ReturnType<typeof existingAddress>> | undefined

/** A customer with an address. A password takes its time: made anew only when a test has deleted it. */
async function someAccount() {
  const isThere = await sql('select from customer_addresses where id = $1', [account?.id ?? null])
  if (!account || !isThere.length) account = await existingAddress()
  return account
}

/** A body as its route takes it: JSON, or a form when a file is in it. */
export function encoded(body: object): {
  body: string | FormData
  headers: Record<string, string>
} {
  const isForm = 'file' in body
  if (!isForm)
    return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const form = new FormData()
  for (const [field, value] of Object.entries(body)) {
    form.append(field, value instanceof File ? value : String(value))
  }
  return { body: form, headers: {} }
}
