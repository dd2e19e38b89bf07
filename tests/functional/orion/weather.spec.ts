import { test } from '@japa/runner'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { trainModels } from '#app/orion/training/train_models'
import { keepWeather } from '#app/orion/weather/keep_weather'
import { monthsOfWeather } from '#app/orion/weather/months_of_weather'
import { askForecast, openMeteoAccess } from '#app/orion/weather/open_meteo'
import { shopPanel } from '#app/orion/training/shop_panel'
import { sql } from '#app/platform/database/sql'
import env from '#start/env'
import { FakeOpenMeteo } from '#tests/fakes/open_meteo/fake_open_meteo'
import { emptyOrion, sellingProducts, TODAY } from '#tests/support/sales'

const SETTINGS = [
  'OPEN_METEO_API_KEY',
  'OPEN_METEO_BASE_URL',
  'OPEN_METEO_ARCHIVE_BASE_URL',
] as const

test.group('The weather of the shop', (group) => {
  let fake: FakeOpenMeteo
  group.setup(async () => {
    fake = await FakeOpenMeteo.start()
    return () => fake.stop()
  })
  group.each.setup(async () => {
    await sql('delete from weather_days')
    await fake.behave({ today: TODAY })
    env.set('OPEN_METEO_BASE_URL', `${fake.url}/`)
    env.set('OPEN_METEO_ARCHIVE_BASE_URL', fake.url)
    return async () => {
      for (const name of SETTINGS) unset(name)
      await sql('delete from weather_days')
    }
  })

  function unset(name: (typeof SETTINGS)[number]) {
    env.set(name, undefined as never)
    // The environment holds text only: it would tell `undefined` otherwise.
    delete process.env[name]
  }

  const access = () => openMeteoAccess()!
  const kept = () =>
    sql<{ settled: boolean; first: string; last: string; days: number }>(
      `select settled, min(day)::text as first, max(day)::text as last, count(*)::int as days
       from weather_days group by 1 order by 1 desc`
    )

  test('is off without a setting; a key alone asks where those who pay ask', ({ assert }) => {
    for (const name of SETTINGS) unset(name)
    assert.isNull(openMeteoAccess())
    env.set('OPEN_METEO_API_KEY', 'a-key-of-ours')
    assert.equal(access().baseUrl, 'https://customer-api.open-meteo.com')
    unset('OPEN_METEO_API_KEY')
    env.set('OPEN_METEO_ARCHIVE_BASE_URL', fake.url)
    assert.equal(access().baseUrl, 'https://api.open-meteo.com')
  })

  test('is fetched for five years once, then only what is new; what was measured stays', async ({
    assert,
  }) => {
    await keepWeather(access(), TODAY)
    const settled = { settled: true, first: '2021-11-01', last: '2026-11-09', days: 1_835 }
    const coming = { settled: false, first: '2026-11-10', last: '2026-11-30', days: 21 }
    assert.deepEqual(await kept(), [settled, coming])
    const before = await fake.asked()
    await fake.behave({ today: '2026-11-16' })
    await keepWeather(access(), '2026-11-16')
    const asked = await fake.asked()
    const [archive, forecast, ...others] = asked.slice(before.length)
    assert.isEmpty(others)
    assert.equal(archive.searchParams.get('start_date'), '2026-11-10')
    assert.equal(archive.searchParams.get('end_date'), '2026-11-10')
    assert.equal(forecast.searchParams.get('forecast_days'), '16')
    const [again] = await kept()
    assert.deepEqual(again, { ...settled, last: '2026-11-10', days: 1_836 })
    await keepWeather(access(), '2026-11-16')
    const last = await fake.asked()
    assert.equal(last.at(-1)!.pathname, '/v1/forecast')
    assert.lengthOf(last, asked.length + 1)
  })

  test('that the archive does not know yet is asked for again', async ({ assert }) => {
    await fake.behave({ today: '2026-11-12' })
    await keepWeather(access(), TODAY)
    const [{ last }] = await kept()
    assert.equal(last, '2026-11-07')
  })

  test('a refusal tells its reason, a fault that passes is asked again', async ({ assert }) => {
    await fake.behave({ today: TODAY, apiKey: 'another-key' })
    await assert.rejects(
      () => keepWeather(access(), TODAY),
      'Open-Meteo answered 400: The supplied API key is invalid.'
    )
    await fake.behave({ today: TODAY })
    const place = { latitude: 34.7, longitude: 10.7 }
    await assert.rejects(
      () => askForecast(access(), { ...place, forecast_days: 17 }),
      /Forecast days is invalid\. Allowed range 0 to 16\. Given 17\./
    )
    await fake.behave({ today: TODAY, failures: 1, failureStatus: 429 })
    assert.isAbove(await keepWeather(access(), TODAY), 1_800)
  })

  test('becomes months: what was, the present one as far as it is known, the climate beyond', async ({
    assert,
  }) => {
    await keepWeather(access(), TODAY)
    const weather = (await monthsOfWeather('2026-11-01', 60))!
    const { warmth, rain, frost } = weather.series
    assert.lengthOf(warmth, 60)
    // November 2021 is the first month, January 2022 the third: 18 − 9 degrees, and one on the mean of three days.
    assert.closeTo(warmth[2], 10, 0.1)
    assert.isTrue(warmth[2] < warmth[8])
    assert.closeTo(rain[0], 8.4 / 7, 0.2)
    assert.equal(frost[5], 0)
    assert.closeTo(weather.coming.warmth, warmth[48], 0.3)
    await sql(`delete from weather_days where day < '2026-01-01'`)
    assert.isUndefined(await monthsOfWeather('2026-11-01', 60))
  })

  test('stands beside the sales that models learn from, where it is on', async ({ assert }) => {
    await emptyOrion()
    await sellingProducts(4, (product, month) => product + (month % 3))
    await keepWeather(access(), TODAY)
    const { panel } = await shopPanel(TODAY)
    assert.lengthOf(panel.weather!.series.warmth, panel.periods)
    await trainModels({ today: TODAY })
    const { parts } = await forecastDemand({ today: TODAY })
    assert.equal(parts, 4)
    for (const name of SETTINGS) unset(name)
    const without = await shopPanel(TODAY)
    assert.isUndefined(without.panel.weather)
    await emptyOrion()
  })
})
