import type { OnlineMethod } from '#app/payments/gateways/gateway'

/** The settings of the server that a gateway needs, by what it calls them: all of them, or it is not there. */
export const GATEWAY_SETTINGS = {
  konnect: { apiKey: 'KONNECT_API_KEY', walletId: 'KONNECT_WALLET_ID' },
  clictopay: { userName: 'CLICTOPAY_USERNAME', password: 'CLICTOPAY_PASSWORD' },
  flouci: { publicKey: 'FLOUCI_PUBLIC_KEY', privateKey: 'FLOUCI_PRIVATE_KEY' },
  paymee: { apiKey: 'PAYMEE_API_KEY' },
  stripe: { secretKey: 'STRIPE_SECRET_KEY', webhookSecret: 'STRIPE_WEBHOOK_SECRET' },
} as const satisfies Record<OnlineMethod, Record<string, string>>
