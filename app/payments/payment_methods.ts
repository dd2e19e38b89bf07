import { invalid } from '#app/platform/http/invalid'
import { type Gateway, ONLINE_METHODS, type OnlineMethod } from '#app/payments/gateways/gateway'
import { gatewayOf } from '#app/payments/gateways/gateways'
import { switchedOff } from '#app/payments/switches/switched_off'
import type { PaymentKind } from '#app/payments/payment_state'

/** Every way to pay there is. */
export const PAYMENT_METHODS = ['cod', 'transfer', ...ONLINE_METHODS] as const

export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export const kindOf = (method: PaymentMethod): PaymentKind =>
  method === 'cod' ? 'cash' : method === 'transfer' ? 'transfer' : 'hosted'

export const isOnline = (method: PaymentMethod): method is OnlineMethod =>
  kindOf(method) === 'hosted'

/** The gateway of a way to pay, when it has one and its settings are there. */
export const gatewayBehind = (method: PaymentMethod): Gateway | undefined =>
  isOnline(method) ? gatewayOf(method) : undefined

/** The ways that buyers are offered: not what staff have switched off, nor a gateway without its settings. */
export const availableMethods = async () => offeredWithout(await switchedOff())

/** What is left to offer without these. */
export const offeredWithout = (off: Set<PaymentMethod>): PaymentMethod[] =>
  PAYMENT_METHODS.filter(
    (method) => !off.has(method) && (!isOnline(method) || gatewayBehind(method))
  )

/** Throws a 422 about `field` for a way to pay that is not switched on. */
export async function expectAvailable(method: PaymentMethod, field: string): Promise<void> {
  const available = await availableMethods()
  if (available.includes(method)) return
  const message = `${method} is not offered in this shop. Choose one of ${available.join(', ')}`
  throw invalid(field, 'available', message)
}
