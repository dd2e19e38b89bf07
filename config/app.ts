import { isIPv6 } from 'node:net'
import { randomUUID } from 'node:crypto'
import { defineConfig } from '@adonisjs/core/http'
import env from '#start/env'
import { answerBadUrl } from '#app/platform/http/bad_url'
import { networkList } from '#app/platform/settings/rules'

/** Where people reach the shop: links in mails and pages start with it. */
export const appUrl = env.get('APP_URL') ?? `http://localhost:${env.get('PORT') ?? 3333}`

/** Where the pages are that the storefront shows: another site than this one, mostly. */
export const storefrontUrl = () => env.get('STOREFRONT_URL') ?? appUrl

/** Cookies are Secure, and may carry the __Host- prefix, only where https makes that true. */
export const isHttps = appUrl.startsWith('https://')

const proxies = networkList(
  'TRUSTED_PROXIES',
  `127.0.0.0/8,::1,${env.get('TRUSTED_PROXIES') ?? ''}`
)

export const http = defineConfig({
  generateRequestId: true,
  createRequestId: () => randomUUID(),
  // Forms here are GET or POST, and say so.
  allowMethodSpoofing: false,
  trustProxy: (address: string) => proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4'),
  serializeJSON: JSON.stringify,
  onBadUrl: answerBadUrl,
  qs: {
    parse: { comma: false, depth: 2, parameterLimit: 100, allowSparse: false, arrayLimit: 50 },
  },
  cookie: {
    path: '/',
    maxAge: '2h',
    httpOnly: true,
    secure: isHttps,
    sameSite: 'lax',
  },
})
