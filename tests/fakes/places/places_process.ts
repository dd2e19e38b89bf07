import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PLACE_FIELDS, placesOf } from '#tests/fakes/places/invented_places'

/** How it answers from now on. */
export interface PlacesScript {
  /** So many calls are refused with the quota of the minute. */
  minuteQuota?: number
  /** The quota of the day is used up, which may be told by its name, or by a message alone. */
  dayQuota?: boolean | 'named' | 'in words'
  /** So many calls are answered with this status. */
  failures?: number
  failureStatus?: number
  /** The host that websites of places have, and how many places have one. */
  websites?: string[]
}

interface Search {
  textQuery?: string
  pageSize?: number
  pageToken?: string
  languageCode?: string
  locationBias?: { circle?: { center?: { latitude: number; longitude: number }; radius?: number } }
  locationRestriction?: object
}

export const FAKE_KEY = 'fake-places-key'

const [ledger] = process.argv.slice(2)
const MOST_RESULTS = 60
let script: PlacesScript = {}
/** What each token continues: its question, and from which result on. */
const tokens = new Map<string, { question: string; from: number }>()

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString()
    const { status, json } = answerTo(request.url ?? '', request.headers, body)
    const entry = { url: request.url, mask: request.headers['x-goog-fieldmask'], body, status }
    appendFileSync(ledger, `${JSON.stringify(entry)}\n`)
    send(response, status, json)
  })
})

function answerTo(url: string, headers: IncomingHttpHeaders, body: string) {
  const key = headers['x-goog-api-key']
  if (key === undefined) return denied('The request is missing a valid API key.')
  if (key !== FAKE_KEY)
    return invalid('API key not valid. Please pass a valid API key.', 'API_KEY_INVALID')
  if (url !== '/v1/places:searchText') return refusal(404, 'NOT_FOUND', 'Method not found.')
  if (script.dayQuota === 'in words') return quotaInWords('per day')
  if (script.dayQuota) {
    const unit = script.dayQuota === 'named' ? undefined : '1/d/{project}'
    return quota('SearchTextRequestPerDayPerProject', unit, 'per day')
  }
  if (script.minuteQuota) {
    script.minuteQuota -= 1
    return quota('SearchTextRequestPerMinutePerProject', '1/min/{project}', 'per minute')
  }
  if (script.failures) {
    script.failures -= 1
    return refusal(script.failureStatus ?? 503, 'UNAVAILABLE', 'The service is unavailable.')
  }
  return search(headers['x-goog-fieldmask'], JSON.parse(body) as Search)
}

function search(mask: string | string[] | undefined, question: Search) {
  const fields = typeof mask === 'string' ? mask.split(',') : []
  const unknown = fields.find((field) => field !== '*' && !PLACE_FIELDS.has(field))
  if (!fields.length) return invalid('FieldMask is a required parameter.')
  if (unknown !== undefined)
    return invalid(
      `Error expanding 'fields' parameter. Cannot find matching fields for path '${unknown}'.`
    )
  if (!question.textQuery) return invalid('Empty text_query.')
  if (question.locationBias && question.locationRestriction) return invalid('Cannot set both.')
  const { radius = 0 } = question.locationBias?.circle ?? {}
  if (radius < 0 || radius > 50_000) return invalid('Circle radius must be between 0 and 50000.')
  const { pageToken, ...rest } = question
  const asked = JSON.stringify(rest)
  const from = pageToken === undefined ? 0 : tokens.get(pageToken)
  if (from === undefined) return invalid('Invalid page token.')
  if (typeof from === 'object' && from.question !== asked)
    return invalid('Request parameters must match.')
  return page(fields, rest, typeof from === 'object' ? from.from : 0, asked)
}

function page(fields: string[], question: Search, from: number, asked: string) {
  const size = Math.min(20, question.pageSize || 20)
  const found = placesOf(question, script.websites ?? []).slice(0, MOST_RESULTS)
  const places = found.slice(from, from + size).map((place) => masked(place, fields))
  const isMore = from + size < found.length
  const token = `token-${createHash('sha256').update(`${asked}${from}`).digest('hex').slice(0, 24)}`
  if (isMore) tokens.set(token, { question: asked, from: from + size })
  const wantsToken = fields.some((field) => field === '*' || field === 'nextPageToken')
  const json = {
    ...(places.length && { places }),
    ...(isMore && wantsToken && { nextPageToken: token }),
  }
  return { status: 200, json }
}

function masked(place: Record<string, unknown>, fields: string[]) {
  if (fields.includes('*')) return place
  const wanted = new Set(fields.map((field) => field.replace(/^places\./, '')))
  return Object.fromEntries(Object.entries(place).filter(([name]) => wanted.has(name)))
}

const refusal = (code: number, status: string, message: string, details: object[] = []) => ({
  status: code,
  json: { error: { code, message, status, ...(details.length && { details }) } },
})
const info = (reason: string, metadata: object) => ({
  ...{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, 'domain': 'googleapis.com' },
  metadata: { service: 'places.googleapis.com', ...metadata },
})
const invalid = (message: string, reason?: string) =>
  refusal(400, 'INVALID_ARGUMENT', message, reason ? [info(reason, {})] : [])
const denied = (message: string) => refusal(403, 'PERMISSION_DENIED', message)
const quota = (limit: string, unit: string | undefined, per: string) =>
  quotaInWords(per, [
    info('RATE_LIMIT_EXCEEDED', {
      ...{ consumer: 'projects/000', quota_metric: 'places.googleapis.com/SearchTextRequest' },
      ...{ quota_limit: limit, quota_limit_value: '100', quota_unit: unit },
    }),
  ])
const quotaInWords = (per: string, details: object[] = []) =>
  refusal(
    429,
    'RESOURCE_EXHAUSTED',
    `Quota exceeded for quota metric 'SearchTextRequest' and limit 'SearchTextRequest ${per}' of service 'places.googleapis.com' for consumer 'project_number:000'.`,
    details
  )

function send(response: ServerResponse, status: number, json: object) {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8' })
  response.end(JSON.stringify(json))
}

process.on('message', (next: PlacesScript) => {
  script = next
  process.send?.({ followed: true })
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
