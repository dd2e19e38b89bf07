import { defineConfig } from '@adonisjs/cors'
import env from '#start/env'

const origins = (env.get('CORS_ORIGINS') ?? '*').split(',').map((origin) => origin.trim())

/** Tokens travel in headers, so the API never needs credentialed requests from other origins. */
export default defineConfig({
  enabled: (ctx) => ctx.request.url().startsWith('/api/'),
  origin: origins.includes('*') ? '*' : origins,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  headers: true,
  exposeHeaders: [
    'etag',
    'retry-after',
    'x-request-id',
    'x-cart-token',
    'ratelimit',
    'ratelimit-policy',
    'x-ratelimit-limit',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
    'idempotency-replayed',
  ],
  credentials: false,
  maxAge: 600,
})
