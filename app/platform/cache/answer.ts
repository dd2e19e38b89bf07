import { hash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { HttpContext } from '@adonisjs/core/http'
import { Counter } from 'prom-client'
import env from '#start/env'
import { acceptedEncoding } from '#app/platform/cache/accepted_encoding'
import { epochOf } from '#app/platform/cache/epoch_watch'
import { type Answer, KeptAnswers } from '#app/platform/cache/kept_answers'
import { shareAnswer, sharedAnswer } from '#app/platform/cache/shared_answers'
import { registry } from '#app/platform/observability/metrics'
import corsConfig from '#config/cors'

type Caching<Data> = {
  /** Route, validated and sorted query, locale, price group: everything the answer depends on. */
  key: string
  /** Tags whose change makes the answer old. */
  tags: string[]
  /** Seconds it may be kept at most. */
  ttl: number
  /** Whether what was made is worth keeping; an answer that is counted each time it is given is not. */
  isKept?: (data: Data) => boolean
}

type Make<Data> = () => Promise<Data>

const MIN_COMPRESSED = 1_000
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
/** Some origins alone may read answers: those say so, each by its name. */
const VARY = `Accept-Encoding, Accept-Language${corsConfig.origin === '*' ? '' : ', Origin'}`
const MOST_BYTES = 32 * 1024 * 1024

const lookups = new Counter({
  name: 'cache_lookups_total',
  help: 'Lookups of cached answers, by result',
  labelNames: ['result'],
  registers: [registry],
})
const hits = lookups.labels('hit')
const misses = lookups.labels('miss')
// A ratio of both is asked for before there is one of each.
for (const counter of [hits, misses]) counter.inc(0)

const answers = new KeptAnswers(MOST_BYTES)
/** Answers that are being made: whoever asks for one waits for it. */
const unfinished = new Map<string, Promise<Obtained>>()
const isShared = env.get('REDIS_URL') !== undefined

/**
 * Sends a public JSON answer, from the cache when it has been made before.
 * However many ask at once for one that has not, `make` runs once per process.
 */
export async function sendCached<Data>(ctx: HttpContext, caching: Caching<Data>, make: Make<Data>) {
  const { key, ttl, isKept } = caching
  const asked = { key, ttl, isKept, epochs: caching.tags.map(epochOf).join('.') }
  let answer = answers.get(key, asked.epochs)
  if (answer) hits.inc()
  else answer = await (awaited(nameOf(asked)) ?? obtained(asked, make))
  send(ctx, answer, `public, max-age=${Math.min(ttl, 10)}`)
}

/** Sends a public JSON answer that is not worth keeping, such as a deep page of a list. */
export function sendFresh(ctx: HttpContext, data: unknown) {
  send(ctx, toAnswer(data), 'public, max-age=10')
}

/** An answer as it is asked for at this moment. */
type Asked<Data> = Pick<Caching<Data>, 'key' | 'ttl' | 'isKept'> & { epochs: string }

type Obtained = { answer: Answer; isKept: boolean }

/** One name for all processes: none of them takes an answer for one of another moment. */
const nameOf = ({ key, epochs }: { key: string; epochs: string }) => `${key}@${epochs}`

function awaited(name: string): Promise<Answer> | undefined {
  const obtaining = unfinished.get(name)
  if (obtaining) hits.inc()
  return obtaining?.then(({ answer }) => answer)
}

async function obtained<Data>(asked: Asked<Data>, make: Make<Data>): Promise<Answer> {
  const name = nameOf(asked)
  const obtaining = isShared ? sharedOrMade(name, asked, make) : made(asked, make)
  unfinished.set(name, obtaining)
  try {
    const { answer, isKept } = await obtaining
    if (isKept) answers.set(asked.key, asked.epochs, answer, asked.ttl)
    return answer
  } finally {
    unfinished.delete(name)
  }
}

async function sharedOrMade<Data>(
  name: string,
  asked: Asked<Data>,
  make: Make<Data>
): Promise<Obtained> {
  const shared = await sharedAnswer(name)
  if (shared) {
    hits.inc()
    return { answer: { body: ownBytes(shared.body), etag: shared.etag }, isKept: true }
  }
  const { answer, isKept } = await made(asked, make)
  const { body, etag } = answer
  if (isKept) shareAnswer(name, { body: body.toString(), etag }, asked.ttl)
  return { answer, isKept }
}

async function made<Data>(
  { isKept = () => true }: Asked<Data>,
  make: Make<Data>
): Promise<Obtained> {
  misses.inc()
  const data = await make()
  return { answer: toAnswer(data), isKept: isKept(data) }
}

/** The tag is a weak one: it stands for every encoding of the same answer. */
function toAnswer(data: unknown): Answer {
  const body = ownBytes(JSON.stringify(data))
  return { body, etag: `W/"${hash('sha1', body, 'base64url')}"` }
}

/** Bytes in memory of their own: kept slices of shared memory would keep all of it, 64 kB each. */
function ownBytes(content: string | Buffer): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(content))
  if (typeof content === 'string') bytes.write(content)
  else content.copy(bytes)
  return bytes
}

function send({ request, response }: HttpContext, answer: Answer, cacheControl: string) {
  response.header('Cache-Control', cacheControl).header('ETag', answer.etag).header('Vary', VARY)
  if (matches(request.header('if-none-match'), answer.etag)) return response.status(304).send(null)

  response.header('Content-Type', 'application/json; charset=utf-8')
  if (answer.body.length < MIN_COMPRESSED) return response.send(answer.body)
  switch (acceptedEncoding(request.header('accept-encoding') ?? '')) {
    case 'br':
      answer.brotli ??= ownBytes(brotliCompressSync(answer.body, QUALITY))
      return response.header('Content-Encoding', 'br').send(answer.brotli)
    case 'gzip':
      answer.gzip ??= ownBytes(gzipSync(answer.body))
      return response.header('Content-Encoding', 'gzip').send(answer.gzip)
    default:
      return response.send(answer.body)
  }
}

/** As weak tags are compared: whoever has kept a strong one of the same letters has the same. */
function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false
  if (header === etag || header === '*') return true
  const letters = etag.slice('W/'.length)
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === letters)
}
