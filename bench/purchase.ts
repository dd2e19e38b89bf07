/**
 * What a buyer asks the shop, one request after the other. The side-by-side bench runs it without our aliases.
 */
import { randomUUID } from 'node:crypto'

export type Request = {
  /** Which figures it belongs to. */
  step: string
  method: 'POST' | 'PUT'
  /** Below `/api/v1/`. */
  path: string
  headers?: Record<string, string>
  json: object
}

/** Resolves with the `data` of the answer; throws when it is no good one. */
export type Ask = <Data>(request: Request) => Promise<Data>

const ADDRESS = {
  fullName: 'Amel Ben Salah',
  phone: '20 123 456',
  governorate: 'Sfax',
  delegation: 'Sakiet Ezzit',
  address: '12, rue de la Gare',
}

/** One piece of a product put into a new cart, and a second one: two requests. Resolves with the cart's token. */
export async function fillCart(ask: Ask, sku: string): Promise<string> {
  const token = await putInCart(ask, sku)
  await ask({
    ...{ step: 'cart write', method: 'PUT', path: `cart/items/${sku}` },
    headers: { 'x-cart-token': token },
    json: { quantity: 2 },
  })
  return token
}

/** From an empty cart to a placed order: five requests. Resolves with the order's number. */
export async function buy(ask: Ask, sku: string, paymentMethod: string): Promise<string> {
  const headers = { 'x-cart-token': await putInCart(ask, sku) }
  const { id } = await ask<{ id: string }>({
    ...{ step: 'start', method: 'POST', path: 'checkout/sessions', headers, json: {} },
  })
  const session = `checkout/sessions/${id}`
  await ask({ step: 'address', method: 'PUT', path: `${session}/shipping-address`, json: ADDRESS })
  await ask({
    ...{ step: 'shipping', method: 'PUT', path: `${session}/shipping-option` },
    json: { optionId: 'home' },
  })
  const { order } = await ask<{ order: { number: string } }>({
    ...{ step: 'complete', method: 'POST', path: `${session}/complete` },
    headers: { 'idempotency-key': randomUUID() },
    json: { paymentMethod },
  })
  return order.number
}

async function putInCart(ask: Ask, sku: string): Promise<string> {
  const { token } = await ask<{ token: string }>({
    ...{ step: 'cart write', method: 'POST', path: 'cart/items' },
    json: { sku, quantity: 1 },
  })
  return token
}
