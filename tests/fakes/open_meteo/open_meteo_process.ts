import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How it answers from now on. */
export interface OpenMeteoScript {
  /** The day that it takes for today. */
  today?: string
  /** Wants this key. */
  apiKey?: string
  /** So many calls are answered with this status. */
  failures?: number
  failureStatus?: number
}

const [ledger] = process.argv.slice(2)
const DAY_MS = 86_400_000
/** Days that the archive does not know yet are there, and empty. */
const ARCHIVE_DELAY = 5
const UNITS: Record<string, string> = {
  ...{ temperature_2m_max: '°C', temperature_2m_min: '°C', precipitation_sum: 'mm' },
}
const PLACES = new Set(['auto', 'GMT', 'Africa/Tunis'])
let script: OpenMeteoScript = {}

class Refused extends Error {}

const server = createServer((request, response) => {
  appendFileSync(ledger, `${JSON.stringify(request.url)}\n`)
  const url = new URL(request.url ?? '', 'http://localhost')
  const { status, json } = answerTo(url)
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(json))
})

function answerTo(url: URL) {
  if (script.failures) {
    script.failures -= 1
    const reason = 'Something went wrong.'
    return { status: script.failureStatus ?? 503, json: { error: true, reason } }
  }
  if (url.pathname !== '/v1/archive' && url.pathname !== '/v1/forecast') {
    return { status: 404, json: { error: true, reason: 'Not Found' } }
  }
  try {
    return { status: 200, json: weather(url) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { status: 400, json: { error: true, reason: error.message } }
  }
}

function weather({ pathname, searchParams: asked }: URL) {
  if (script.apiKey !== undefined && asked.get('apikey') !== script.apiKey) {
    throw new Refused('The supplied API key is invalid.')
  }
  const [latitude, longitude] = ['latitude', 'longitude'].map((name) => {
    if (!asked.has(name)) throw new Refused(`Value required for parameter '${name}'`)
    return Number(asked.get(name))
  })
  const names = (asked.get('daily') ?? '').split(',').filter(Boolean)
  const unknown = names.find((name) => !(name in UNITS))
  if (unknown !== undefined) {
    throw new Refused(
      `Data corrupted at path ''. Cannot initialize ForecastVariableDaily from invalid String value ${unknown}.`
    )
  }
  const timezone = asked.get('timezone')
  if (timezone === null) throw new Refused('Timezone is required')
  if (!PLACES.has(timezone)) throw new Refused('Invalid timezone')
  const days = pathname === '/v1/archive' ? archived(asked) : forecast(asked)
  return {
    ...{ latitude, longitude, generationtime_ms: 0.1, utc_offset_seconds: 3_600 },
    ...{ timezone, timezone_abbreviation: 'GMT+1', elevation: 21 },
    daily_units: Object.fromEntries([['time', 'iso8601'], ...names.map((n) => [n, UNITS[n]])]),
    daily: {
      time: days.map(({ day }) => day),
      ...Object.fromEntries(
        names.map((name) => [
          name,
          days.map((one) => (one.isKnown ? valueOf(name, one.day) : null)),
        ])
      ),
    },
  }
}

const todayMs = () => Date.parse(script.today ?? new Date().toISOString().slice(0, 10))
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

function archived(asked: URLSearchParams) {
  const [from, to] = ['start_date', 'end_date'].map((name) => {
    const told = asked.get(name)
    if (told === null) throw new Refused(`Parameter '${name}' is required`)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(told))
      throw new Refused("Invalid date format. Make sure to use 'YYYY-MM-DD'")
    if (told < '1940-01-01' || Date.parse(told) > todayMs()) {
      throw new Refused(
        `Parameter '${name}' is out of allowed range from 1940-01-01 to ${isoDay(todayMs())}`
      )
    }
    return Date.parse(told)
  })
  if (from > to) throw new Refused('End-date must be larger or equals than start-date')
  return daysBetween(from, to, todayMs() - ARCHIVE_DELAY * DAY_MS)
}

function forecast(asked: URLSearchParams) {
  if (asked.has('start_date') && (asked.has('past_days') || asked.has('forecast_days'))) {
    throw new Refused(
      "Parameter 'past_days' is mutually exclusive with 'start_date' and 'end_date'"
    )
  }
  const ahead = within(asked, 'forecast_days', 'Forecast days', 16, 7)
  const past = within(asked, 'past_days', 'Past days', 92, 0)
  const last = todayMs() + (ahead - 1) * DAY_MS
  return daysBetween(todayMs() - past * DAY_MS, last, last)
}

function within(asked: URLSearchParams, name: string, called: string, most: number, usual: number) {
  const told = Number(asked.get(name) ?? usual)
  if (!(told >= 0 && told <= most)) {
    throw new Refused(`${called} is invalid. Allowed range 0 to ${most}. Given ${told}.`)
  }
  return told
}

function daysBetween(from: number, to: number, known: number) {
  return Array.from({ length: (to - from) / DAY_MS + 1 }, (_, at) => ({
    day: isoDay(from + at * DAY_MS),
    isKnown: from + at * DAY_MS <= known,
  }))
}

/** An invented climate, the same whenever it is asked for: cold in January, wet every seventh day. */
function valueOf(name: string, day: string): number {
  const at = Date.parse(day) / DAY_MS
  const season = -Math.cos((2 * Math.PI * (Number(day.slice(5, 7)) - 1)) / 12)
  if (name === 'precipitation_sum') return at % 7 === 0 ? 8.4 : 0
  return 18 + 9 * season + (name === 'temperature_2m_max' ? 5 : -5) + (at % 3)
}

process.on('message', (next: OpenMeteoScript) => {
  script = next
  process.send?.({ followed: true })
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
