import { randomUUID } from 'node:crypto'
import { type CartKey, tokenIn } from '#app/cart/cart_key'
import { addToCart } from '#app/cart/write_cart'
import { chooseShipping } from '#app/checkout/choose_shipping'
import { setAddress } from '#app/checkout/set_address'
import { readAddress } from '#app/tunisia/read_address'
import { startCheckout } from '#app/checkout/start_checkout'
import { sql } from '#app/platform/database/sql'
import { createCoupon } from '#tests/support/promotions'
import { createProduct } from '#tests/support/catalogue'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

export const ADDRESS = {
  fullName: 'Amel Ben Salah',
  phone: '20 123 456',
  governorate: 'Sfax',
  delegation: 'Sakiet Ezzit',
  address: '12, rue de la Gare',
}

/** A new cart of a guest with pieces of a product: its token. */
export async function guestCart(sku: string, quantity = 1): Promise<string> {
  const { key } = await addToCart({ token: undefined }, { sku, quantity })
  return tokenIn(key)!
}

/** A cart with pieces of one product, and the token that opens it. */
export async function filledCart(quantity = 1, wanted: Parameters<typeof createProduct>[0] = {}) {
  const product = await createProduct(wanted)
  return { product, sku: product.sku, token: await guestCart(product.sku, quantity) }
}

/** A checkout of these pieces that lacks nothing but its completion. */
export async function readyCheckout(items: { sku: string; quantity: number }[]): Promise<string> {
  let key: CartKey = { token: undefined }
  for (const item of items) ({ key } = await addToCart(key, item))
  return readyCheckoutOf(key)
}

export async function readyCheckoutOf(key: CartKey): Promise<string> {
  const { id } = await startCheckout(key, 'fr')
  await setAddress(id, readAddress(ADDRESS))
  await chooseShipping(id, 'home')
  return id
}

/** The same, of one piece of some product. */
export async function startedCheckout(): Promise<string> {
  const { token } = await filledCart()
  return readyCheckoutOf({ token })
}

type Completed = { status: number; text: string; headers: Headers }

/** Asks to complete a checkout, as a storefront does. */
export async function complete(
  id: string,
  key: string = randomUUID(),
  body: object = { paymentMethod: 'cod' },
  base = BASE
): Promise<Completed> {
  const response = await fetch(`${base}/api/v1/checkout/sessions/${id}/complete`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

export async function completionStatus(...request: Parameters<typeof complete>) {
  const { status } = await complete(...request)
  return status
}

type Order = { number: string; token: string; totals: { total: { amount: number } } }

export const orderIn = ({ text }: Completed) =>
  (JSON.parse(text) as { data: { order: Order } }).data.order

export const codeIn = ({ text }: Completed) => (JSON.parse(text) as { code: string }).code

/** An order of one piece, as its buyer has it. */
export async function placedOrder(body: object = { paymentMethod: 'cod' }) {
  return orderIn(await complete(await startedCheckout(), randomUUID(), body))
}

async function paymentIdOf(number: string): Promise<string> {
  const [{ id }] = await sql<{ id: string }>(
    `select p.public_id as id from payments p join orders o on o.id = p.order_id where number = $1`,
    [number]
  )
  return id
}

/** Payments of each kind that a request may be about. */
async function existingPayments() {
  const { awaitedTransfer, oddPayment, promisedRefund, receivedTransfer } =
    await import('#tests/support/transfers')
  const awaited = await awaitedTransfer()
  const { id: owingId, refundId } = await promisedRefund()
  const { id: oddId } = await oddPayment()
  return { transferId: awaited.id, paidId: await receivedTransfer(), owingId, oddId, refundId }
}

/** What hostile requests need to get past the first check. */
export async function existingPurchases() {
  const [order, toConfirm, toCancel, toEdit] = [
    await placedOrder(),
    await placedOrder(),
    await placedOrder(),
    await placedOrder(),
  ]
  const { token, sku, product } = await filledCart(1, { stock: 1_000_000 })
  const coupon = await createCoupon()
  const spareCartToken = await guestCart(sku)
  return {
    ...{ cartToken: token, spareCartToken, cartSku: sku },
    ...{ checkoutId: await startedCheckout(), readyCheckoutId: await startedCheckout() },
    ...{ optionId: 'home', phoneLast4: '3456', quantity: '2' },
    ...{ location: 'depot', to: 'boutique', productId: String(product.id) },
    ...{ phone: ADDRESS.phone, governorate: ADDRESS.governorate, delegation: ADDRESS.delegation },
    ...{ number: order.number, token: order.token, orderNumber: order.number },
    ...{ method: 'transfer', provider: 'konnect', paymentId: await paymentIdOf(order.number) },
    ...(await existingPayments()),
    ...{ promotionId: String(coupon.id), couponCode: coupon.code },
    ...{ numberToConfirm: toConfirm.number, numberToCancel: toCancel.number },
    numberToEdit: toEdit.number,
  }
}
