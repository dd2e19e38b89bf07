import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { expectedWeather, type Weather } from '#app/orion/panel/weather'
import { weatherPlace } from '#app/orion/weather/keep_weather'
import { sql } from '#app/platform/database/sql'

type Month = { month: number; days: number; warmth: number; rain: number; frost: number }

const NAMES = ['warmth', 'rain', 'frost'] as const
/** Days that a month must be known for, and months that must be known at all. */
const FEWEST_DAYS = 20
const FEWEST_MONTHS = 12

/**
 * The weather of the `months` months before `origin` (first day of a month) and of that month itself, as far as it was
 * measured or is forecast and by the climate beyond: mean temperature, millimetres and share of days with frost.
 * Nothing while less than a year is known.
 */
export async function monthsOfWeather(
  origin: string,
  months: number,
  trx?: TransactionClientContract
): Promise<Weather | undefined> {
  const known = await sql<Month>(MEANS, [weatherPlace(), origin, months], trx)
  const whole = known.filter(({ month, days }) => month < months && days >= FEWEST_DAYS)
  if (whole.length < FEWEST_MONTHS) return undefined
  const present = known.find(({ month }) => month === months)
  const length = DateTime.fromISO(origin).daysInMonth!
  const weather: Weather = { series: {}, coming: {} }
  for (const name of NAMES) {
    const told = new Float64Array(months).fill(Number.NaN)
    for (const month of whole) told[month.month] = month[name]
    const series = told.map((value, at) =>
      Number.isNaN(value) ? expectedWeather(told, months - 1, at - months + 1) : value
    )
    const climate = expectedWeather(series, months - 1, 1)
    const share = (present?.days ?? 0) / length
    weather.series[name] = series
    weather.coming[name] = share * (present?.[name] ?? 0) + (1 - share) * climate
  }
  return weather
}

const MEANS = `
  select (extract(year from age(date_trunc('month', day), b.first)) * 12
      + extract(month from age(date_trunc('month', day), b.first)))::int as month,
    count(*)::int as days, avg((high + low) / 2)::float8 as warmth, avg(rain)::float8 as rain,
    avg((low <= 0)::int)::float8 as frost
  from weather_days cross join (select $2::date - make_interval(months => $3::int) as first) b
  where place = $1 and day >= b.first and day < $2::date + interval '1 month' group by 1 order by 1`
