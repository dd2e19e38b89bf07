import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { errors } from '@adonisjs/cache'
import cache from '@adonisjs/cache/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import { Counter } from 'prom-client'
import { epochOf } from '#app/platform/cache/epoch_watch'
import { registry } from '#app/platform/observability/metrics'

/**
 * An answer that is ready to be sent: bytes, so that no hit encodes its text again. Compressed forms
 * are made once, when first asked for. A second cache level keeps, and gives back, the text alone.
 */
type Answer = { body: Buffer | string; etag: string; gzip?: Buffer; brotli?: Buffer }

export type Caching = {
  /** Route, validated and sorted query, locale, price group: everything the answer depends on. */
  key: string
  /** Tags whose change makes the answer old. */
  tags: string[]
  /** Seconds it may be kept at most. */
  ttl: number
}

const MIN_COMPRESSED = 1_000
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

const lookups = new Counter({
  name: 'cache_lookups_total',
  help: 'Lookups of cached answers, by result',
  labelNames: ['result'],
  registers: [registry],
})

/**
 * Sends a public JSON answer, from the cache when it has been made before.
 * However many ask at once for one that has not, `make` runs once per process.
 */
export async function sendCached(ctx: HttpContext, caching: Caching, make: () => Promise<unknown>) {
  let isHit = true
  const answer = await keep(caching, async () => {
    isHit = false
    return toAnswer(await make())
  })
  lookups.inc({ result: isHit ? 'hit' : 'miss' })
  send(ctx, answer, `public, max-age=${Math.min(caching.ttl, 10)}`)
}

/** Sends a public JSON answer that is not worth keeping, such as a deep page of a list. */
export function sendFresh(ctx: HttpContext, data: unknown) {
  send(ctx, toAnswer(data), 'public, max-age=10')
}

async function keep({ key, tags, ttl }: Caching, factory: () => Promise<Answer>): Promise<Answer> {
  const epochs = tags.map(epochOf).join('.')
  try {
    return await cache.getOrSet({ key: `${key}@${epochs}`, ttl: `${ttl}s`, factory })
  } catch (error) {
    // The cache wraps what `make` throws; callers and the exception handler want the error itself.
    throw error instanceof errors.E_FACTORY_ERROR ? error.cause : error
  }
}

function toAnswer(data: unknown): Answer {
  const body = Buffer.from(JSON.stringify(data))
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
  return Object.defineProperty({ body, etag }, 'toJSON', {
    value: () => ({ body: body.toString(), etag }),
  })
}

function send({ request, response }: HttpContext, answer: Answer, cacheControl: string) {
  response
    .header('Cache-Control', cacheControl)
    .header('ETag', answer.etag)
    .header('Vary', 'Accept-Encoding, Accept-Language')
  if (matches(request.header('if-none-match'), answer.etag)) return response.status(304).send(null)

  response.header('Content-Type', 'application/json; charset=utf-8')
  if (typeof answer.body === 'string') answer.body = Buffer.from(answer.body)
  const accepted = request.header('accept-encoding') ?? ''
  if (answer.body.length < MIN_COMPRESSED) return response.send(answer.body)
  if (/\bbr\b/.test(accepted)) {
    answer.brotli ??= brotliCompressSync(answer.body, QUALITY)
    return response.header('Content-Encoding', 'br').send(answer.brotli)
  }
  if (/\bgzip\b/.test(accepted)) {
    answer.gzip ??= gzipSync(answer.body)
    return response.header('Content-Encoding', 'gzip').send(answer.gzip)
  }
  return response.send(answer.body)
}

/** Proxies weaken a tag when they compress: `W/"x"` is our `"x"`. */
function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
