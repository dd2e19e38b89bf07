import { DateTime } from 'luxon'
import {
  askArchive,
  askForecast,
  type OpenMeteoAccess,
  type WeatherDay,
} from '#app/orion/weather/open_meteo'
import { sql } from '#app/platform/database/sql'
import { shopLocation } from '#app/tunisia/shop_location'

/** Months of weather before the present one: as many as models learn from. */
const MONTHS = 60
/** The archive is complete so many days later. */
const SETTLED_AFTER = 6
/** How far the forecast reaches, and what it tells of the days that the archive does not know yet. */
const DAYS = { forecast_days: 16, past_days: 10 }

/** What weather is kept under: that of another town is another one. */
export function weatherPlace(): string {
  const { latitude, longitude } = shopLocation()
  return `${latitude.toFixed(3)},${longitude.toFixed(3)}`
}

/**
 * Fetches what is not known yet of five years of weather up to `today` (ISO day), and the forecast. Returns how many
 * days were told. Throws what Open-Meteo failed with; what was stored before stays.
 */
export async function keepWeather(
  access: OpenMeteoAccess,
  today: string,
  signal?: AbortSignal
): Promise<number> {
  const place = shopLocation()
  const last = DateTime.fromISO(today).minus({ days: SETTLED_AFTER })
  const from = await firstUnknown(today)
  let told = 0
  if (from <= last) {
    const period = { start_date: from.toISODate()!, end_date: last.toISODate()! }
    told += await keep(await askArchive(access, { ...place, ...period }, signal), true)
  }
  return told + (await keep(await askForecast(access, { ...place, ...DAYS }, signal), false))
}

async function firstUnknown(today: string): Promise<DateTime> {
  const [{ day }] = await sql<{ day: string | null }>(
    'select max(day)::text as day from weather_days where place = $1 and settled',
    [weatherPlace()]
  )
  if (day) return DateTime.fromISO(day).plus({ days: 1 })
  return DateTime.fromISO(today).startOf('month').minus({ months: MONTHS })
}

/** What was measured is not overwritten by what was forecast. */
async function keep(days: WeatherDay[], settled: boolean): Promise<number> {
  await sql(
    `insert into weather_days (place, day, high, low, rain, settled)
     select $1, d.day, d.high, d.low, d.rain, $3
     from jsonb_to_recordset($2) as d (day date, high real, low real, rain real)
     on conflict (place, day) do update set high = excluded.high, low = excluded.low, rain = excluded.rain,
       settled = excluded.settled
     where excluded.settled or not weather_days.settled`,
    [weatherPlace(), JSON.stringify(days), settled]
  )
  return days.length
}
