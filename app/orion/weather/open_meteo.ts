import { dependency } from '#app/platform/resilience/dependency'
import { sendHttp } from '#app/platform/resilience/http'
import env from '#start/env'

/** How Open-Meteo is reached. */
export interface OpenMeteoAccess {
  apiKey?: string
  baseUrl: string
  archiveUrl: string
}

/** A day's weather: degrees Celsius and millimetres. */
export type WeatherDay = { day: string; high: number; low: number; rain: number }

/** Open-Meteo says that the question, or the key, is wrong: asking again gives the same answer. */
class WeatherRefused extends Error {
  constructor(status: number, reason: string) {
    super(`Open-Meteo answered ${status}: ${reason}`)
  }
}

const PUBLIC = {
  ...{ baseUrl: 'https://api.open-meteo.com' },
  archiveUrl: 'https://archive-api.open-meteo.com',
}
/** Where those who pay ask. */
const CUSTOMERS = {
  ...{ baseUrl: 'https://customer-api.open-meteo.com' },
  archiveUrl: 'https://customer-archive-api.open-meteo.com',
}
const VARIABLES = ['temperature_2m_max', 'temperature_2m_min', 'precipitation_sum'] as const
const openMeteo = dependency('open_meteo', { timeoutMs: 20_000, firstPauseMs: 500 })

/** With the shop's key, at an address of its own, or not at all. */
export function openMeteoAccess(): OpenMeteoAccess | null {
  const apiKey = env.get('OPEN_METEO_API_KEY')
  const told = [env.get('OPEN_METEO_BASE_URL'), env.get('OPEN_METEO_ARCHIVE_BASE_URL')]
  const [baseUrl, archiveUrl] = told.map((address) => address?.replace(/\/{1,9}$/, ''))
  if ([apiKey, baseUrl, archiveUrl].every((setting) => setting === undefined)) return null
  const usual = apiKey === undefined ? PUBLIC : CUSTOMERS
  return {
    apiKey,
    baseUrl: baseUrl ?? usual.baseUrl,
    archiveUrl: archiveUrl ?? usual.archiveUrl,
  }
}

/** What was measured from `start_date` to `end_date`; the last days, of which nothing is known yet, are left out. */
export const askArchive = (access: OpenMeteoAccess, about: Asked, signal?: AbortSignal) =>
  ask(`${access.archiveUrl}/v1/archive`, access, about, signal)

/** What is forecast, and what it said of `past_days`. */
export const askForecast = (access: OpenMeteoAccess, about: Asked, signal?: AbortSignal) =>
  ask(`${access.baseUrl}/v1/forecast`, access, about, signal)

type Asked = { latitude: number; longitude: number } & Record<string, number | string>

async function ask(
  address: string,
  { apiKey }: OpenMeteoAccess,
  about: Asked,
  signal?: AbortSignal
): Promise<WeatherDay[]> {
  const url = new URL(address)
  const asked = { ...about, daily: VARIABLES.join(), timezone: 'Africa/Tunis' }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, String(value))
  if (apiKey !== undefined) url.searchParams.set('apikey', apiKey)
  const { status, body } = await sendHttp(openMeteo, url, { signal })
  const told = parsed(body)
  if (status !== 200) throw new WeatherRefused(status, String(told?.reason ?? 'no reason given'))
  return daysOf(told?.daily)
}

type Told = { reason?: unknown; daily?: Daily }
type Daily = Partial<Record<'time' | (typeof VARIABLES)[number], unknown[]>>

function parsed(body: Buffer): Told | undefined {
  try {
    return JSON.parse(body.toString()) as Told
  } catch {
    return undefined
  }
}

/** Days of which all is known; an answer of another shape is refused. */
function daysOf(daily: Daily | undefined): WeatherDay[] {
  const [time, ...columns] = ['time' as const, ...VARIABLES].map((name) => daily?.[name])
  if (!time || columns.some((column) => column?.length !== time.length)) {
    throw new WeatherRefused(200, 'an answer of another shape')
  }
  const [highs, lows, rains] = columns as unknown[][]
  return time
    .map((day, at) => ({ day, high: highs[at], low: lows[at], rain: rains[at] }))
    .filter((one): one is WeatherDay => {
      const isDay = typeof one.day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(one.day)
      return isDay && [one.high, one.low, one.rain].every(Number.isFinite)
    })
}
