import env from '#start/env'
import { clictopay } from '#app/payments/gateways/clictopay'
import { flouci } from '#app/payments/gateways/flouci'
import type { Gateway, OnlineMethod } from '#app/payments/gateways/gateway'
import { GATEWAY_SETTINGS } from '#app/payments/gateways/gateway_settings'
import { konnect } from '#app/payments/gateways/konnect'
import { paymee } from '#app/payments/gateways/paymee'
import { stripe } from '#app/payments/gateways/stripe'

/** Where real money moves. */
const LIVE: Record<OnlineMethod, string> = {
  konnect: 'https://api.konnect.network/api/v2',
  clictopay: 'https://ipay.clictopay.com/payment/rest',
  flouci: 'https://developers.flouci.com/api/v2',
  paymee: 'https://app.paymee.tn/api/v2',
  stripe: 'https://api.stripe.com',
}

type SettingName = Parameters<typeof env.get>[0]

type Settings<Method extends OnlineMethod> = Record<keyof (typeof GATEWAY_SETTINGS)[Method], string>

const GATEWAYS: {
  [Method in OnlineMethod]: (settings: Settings<Method> & { baseUrl: string }) => Gateway
} = { konnect, clictopay, flouci, paymee, stripe }

/** The gateway of a method, when its settings are there. */
export function gatewayOf<Method extends OnlineMethod>(method: Method): Gateway | undefined {
  const settings = settingsOf(method)
  return settings && GATEWAYS[method]({ ...settings, baseUrl: addressOf(method) })
}

/** All that a gateway needs, or nothing. */
function settingsOf<Method extends OnlineMethod>(method: Method): Settings<Method> | undefined {
  const names: Record<string, SettingName> = GATEWAY_SETTINGS[method]
  const given = Object.entries(names).map(([key, name]) => [key, env.get(name)] as const)
  return given.every(([, value]) => value)
    ? (Object.fromEntries(given) as Settings<Method>)
    : undefined
}

/** Whether a gateway takes real money: by its address, by the key where that says so, or `by_key` where only the gateway knows. */
export function modeOf(method: OnlineMethod): 'live' | 'test' | 'by_key' {
  if (new URL(addressOf(method)).origin !== new URL(LIVE[method]).origin) return 'test'
  if (method === 'flouci') return 'by_key'
  if (method === 'stripe')
    return /^[sr]k_live_/.test(env.get('STRIPE_SECRET_KEY') ?? '') ? 'live' : 'test'
  return 'live'
}

/** Where a gateway is asked: the setting, or where real money moves. */
function addressOf(method: OnlineMethod): string {
  const setting = `${method.toUpperCase()}_BASE_URL` as `${Uppercase<OnlineMethod>}_BASE_URL`
  return (env.get(setting) ?? LIVE[method]).replace(/\/$/, '')
}
