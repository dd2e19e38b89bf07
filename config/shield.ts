import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/shield'
import env from '#start/env'
import { isHttps } from '#config/app'

const assets = env.get('ASSET_URL') ? [new URL(env.get('ASSET_URL')!).origin] : []

/** Pages only: the API needs neither tokens nor these headers (what every answer carries: `observe_request_middleware`). */
export default defineConfig({
  csp: {
    enabled: true,
    directives: {
      defaultSrc: [`'self'`],
      scriptSrc: [`'self'`, '@nonce', ...assets],
      styleSrc: [`'self'`, '@nonce', ...assets],
      imgSrc: [`'self'`, 'data:', 'https:', ...assets],
      fontSrc: [`'self'`, ...assets],
      connectSrc: [`'self'`, ...(app.inDev ? ['@viteHmrUrl'] : [])],
      objectSrc: [`'none'`],
      baseUri: [`'self'`],
      formAction: [`'self'`],
      frameAncestors: [`'none'`],
    },
    reportOnly: false,
  },
  csrf: {
    enabled: true,
    exceptRoutes: [],
    enableXsrfCookie: false,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: isHttps, maxAge: '180 days' },
  contentTypeSniffing: { enabled: true },
})
