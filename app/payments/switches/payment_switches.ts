import env from '#start/env'
import {
  gatewayBehind,
  isOnline,
  PAYMENT_METHODS,
  type PaymentMethod,
} from '#app/payments/payment_methods'
import type { OnlineMethod } from '#app/payments/gateways/gateway'
import { GATEWAY_SETTINGS } from '#app/payments/gateways/gateway_settings'
import { modeOf } from '#app/payments/gateways/gateways'
import { switchedOff } from '#app/payments/switches/switched_off'

/** Whether a gateway takes real money: some tell by their address, some by the key alone. */
export const MODES = ['live', 'test', 'by_key'] as const

/** A way to pay as its switch shows it. */
type PaymentSwitch = {
  method: PaymentMethod
  /** What staff want. */
  isOn: boolean
  /** Whether buyers are offered it: switched on, and its settings are there. */
  isOffered: boolean
  /** None for what needs no gateway. */
  mode: (typeof MODES)[number] | null
  settings: { name: string; isSet: boolean }[]
  /** Amounts are rounded down to this, in millimes. */
  step: number
}

/** Every way to pay there is, and how it stands. */
export async function paymentSwitches(): Promise<PaymentSwitch[]> {
  const off = await switchedOff()
  return PAYMENT_METHODS.map((method) => {
    const gateway = gatewayBehind(method)
    const isOn = !off.has(method)
    return {
      ...{ method, isOn, isOffered: isOn && (!isOnline(method) || gateway !== undefined) },
      mode: isOnline(method) && gateway ? modeOf(method) : null,
      settings: isOnline(method) ? settingsOf(method) : [],
      step: gateway?.step ?? 1,
    }
  })
}

/** Their values are shown to nobody. */
const settingsOf = (method: OnlineMethod) =>
  Object.values(GATEWAY_SETTINGS[method]).map((name) => ({ name, isSet: Boolean(env.get(name)) }))
