import { invalid } from '#app/platform/http/invalid'
import { ONLINE_METHODS, type OnlineMethod } from '#app/payments/gateways/gateway'
import { gatewayOf } from '#app/payments/gateways/gateways'
import type { PaymentKind } from '#app/payments/payment_state'

/** Every way to pay there is. */
export const PAYMENT_METHODS = ['cod', 'transfer', ...ONLINE_METHODS] as const

export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export const kindOf = (method: PaymentMethod): PaymentKind =>
  method === 'cod' ? 'cash' : method === 'transfer' ? 'transfer' : 'hosted'

export const isOnline = (method: PaymentMethod): method is OnlineMethod =>
  kindOf(method) === 'hosted'

/** The ways that are switched on: a gateway without its settings is not. */
export const availableMethods = (): PaymentMethod[] =>
  PAYMENT_METHODS.filter((method) => !isOnline(method) || gatewayOf(method))

/** Throws a 422 about `field` for a way to pay that is not switched on. */
export function expectAvailable(method: PaymentMethod, field: string): void {
  const available = availableMethods()
  if (available.includes(method)) return
  const message = `${method} is not set up in this shop. Choose one of ${available.join(', ')}`
  throw invalid(field, 'available', message)
}
