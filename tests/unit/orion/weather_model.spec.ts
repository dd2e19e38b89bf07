import { test } from '@japa/runner'
import { weatherModel } from '#app/orion/fast/weather_model'
import { ensembleForecaster } from '#app/orion/fast/ensemble'
import { expectedWeather } from '#app/orion/panel/weather'
import { randomNumbers } from '#app/orion/random'

const MONTHS = 48
const random = randomNumbers(5)
/** Months that are dry or wet as by dice; four pieces and eight more in wet ones. */
const rain = Float64Array.from({ length: MONTHS }, () => (random() < 0.5 ? 0 : 1))
const values = rain.map((wet, month) => 4 + 8 * wet + (month % 2))
const weather = (coming: number, series: Float64Array = rain) => ({
  series: { rain: series },
  coming: { rain: coming },
})
const next = { ahead: 1, periods: 1 }

test.group('A model that knows the weather', () => {
  test('tells a wet month from a dry one', ({ assert }) => {
    const of = (coming: number) => weatherModel(weather(coming))(values, 12)(MONTHS - 1, next)
    assert.closeTo(of(0), 4.5, 1.2)
    assert.closeTo(of(1), 12.5, 2)
  })

  test('knows nothing of what came after an origin', ({ assert }) => {
    const origin = 35
    const later = rain.map((wet, month) => (month > origin ? 1 - wet : wet))
    const of = (series: Float64Array) => weatherModel(weather(1, series))(values, 12)(origin, next)
    assert.equal(of(later), of(rain))
  })

  test('a month to come is like the same month of former years, as far as they are known', ({
    assert,
  }) => {
    const warm = Float64Array.from({ length: 24 }, (_, month) => month)
    assert.equal(expectedWeather(warm, 23, 1), 6)
    assert.equal(expectedWeather(warm, 13, 1), 2)
    assert.equal(expectedWeather(warm, 5, 1), 2.5)
  })

  test('an ensemble of nothing else falls back on the average where the weather is not known', ({
    assert,
  }) => {
    const panel = { ids: ['1'], values: [new Float64Array(24).fill(6)], season: 12 }
    const ensemble = [{ name: 'prophetWithWeather' as const, weights: [1, 1, 1, 1, 1] }]
    assert.closeTo(ensembleForecaster(ensemble, panel)(0, 23, next).mean, 6, 0.01)
  })
})
