import env from '#start/env'
import { clictopay } from '#app/payments/gateways/clictopay'
import { flouci } from '#app/payments/gateways/flouci'
import type { Gateway, OnlineMethod } from '#app/payments/gateways/gateway'
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

/** Each from its settings, or nothing without them. */
const GATEWAYS: Record<OnlineMethod, () => Gateway | undefined> = {
  konnect: () => {
    const [apiKey, walletId] = [env.get('KONNECT_API_KEY'), env.get('KONNECT_WALLET_ID')]
    const baseUrl = addressOf('konnect')
    return apiKey && walletId ? konnect({ apiKey, walletId, baseUrl }) : undefined
  },
  clictopay: () => {
    const [userName, password] = [env.get('CLICTOPAY_USERNAME'), env.get('CLICTOPAY_PASSWORD')]
    const baseUrl = addressOf('clictopay')
    return userName && password ? clictopay({ userName, password, baseUrl }) : undefined
  },
  flouci: () => {
    const [publicKey, privateKey] = [env.get('FLOUCI_PUBLIC_KEY'), env.get('FLOUCI_PRIVATE_KEY')]
    const baseUrl = addressOf('flouci')
    return publicKey && privateKey ? flouci({ publicKey, privateKey, baseUrl }) : undefined
  },
  paymee: () => {
    const apiKey = env.get('PAYMEE_API_KEY')
    const baseUrl = addressOf('paymee')
    return apiKey ? paymee({ apiKey, baseUrl }) : undefined
  },
  stripe: () => {
    const [secretKey, webhookSecret] = [
      env.get('STRIPE_SECRET_KEY'),
      env.get('STRIPE_WEBHOOK_SECRET'),
    ]
    const baseUrl = addressOf('stripe')
    return secretKey && webhookSecret ? stripe({ secretKey, webhookSecret, baseUrl }) : undefined
  },
}

/** The gateway of a method, when its settings are there. */
export const gatewayOf = (method: OnlineMethod): Gateway | undefined => GATEWAYS[method]()

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
