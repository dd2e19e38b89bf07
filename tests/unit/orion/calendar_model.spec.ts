import { test } from '@japa/runner'
import { calendarModel } from '#app/orion/fast/calendar_model'
import { candidatesFor, ensembleForecaster, learnEnsemble } from '#app/orion/fast/ensemble'
import { drawCases } from '#app/orion/backtest_cases'
import { calendarOf } from '#app/orion/panel/calendar'
import { packPanel, unpackPanel } from '#app/orion/panel/packed_panel'
import { randomNumbers } from '#app/orion/random'

const MONTHS = 48
const FIRST = '2022-11-01'
const calendar = calendarOf(FIRST, MONTHS)
/** Twenty pieces a month, and a quarter of them in Ramadan. */
const inRamadan = (month: number) => 20 * (1 - 0.75 * calendar.ramadan[month])
const next = { ahead: 1, periods: 1 }

test.group('The calendar of months', () => {
  test('knows when Ramadan was and when shops were closed', ({ assert }) => {
    const { ramadan, open } = calendarOf('2025-03-01', 1)
    // 1 to 29 March 2025; then five Sundays, the 20th, and the two days of Aïd el-Fitr, of which one is a Sunday.
    assert.closeTo(ramadan[0], 29 / 31, 1e-9)
    assert.closeTo(open[0], 24 / 31, 1e-9)
    assert.equal(ramadan[3], 0)
  })

  test('reaches beyond the months of a panel', ({ assert }) => {
    const { ramadan } = calendarOf('2025-11-01', 2)
    // 18 February to 19 March 2026.
    assert.closeTo(ramadan[3], 11 / 28, 1e-9)
    assert.closeTo(ramadan[4], 19 / 31, 1e-9)
  })
})

test.group('A model that knows the calendar', () => {
  const values = Float64Array.from({ length: MONTHS }, (_, month) => inRamadan(month) + (month % 2))

  test('expects less of a month of Ramadan, wherever it moves to', ({ assert }) => {
    const model = calendarModel(calendar)(values, 12)
    // October 2026 is known; Ramadan comes in February and March 2027.
    const said = (ahead: number) => model(MONTHS - 1, { ahead, periods: 1 })
    assert.closeTo(said(1), inRamadan(MONTHS) + 0.5, 2.5)
    assert.closeTo(said(4), inRamadan(MONTHS + 3) + 0.5, 4)
    assert.isBelow(said(4), said(1))
  })

  test('gets weight where demand follows Ramadan, and none without a calendar', ({ assert }) => {
    const random = randomNumbers(3)
    const rows = Array.from({ length: 30 }, () =>
      Float64Array.from({ length: MONTHS }, (_, month) =>
        Math.round(inRamadan(month) * (0.9 + 0.2 * random()))
      )
    )
    const panel = { ids: rows.map((_, id) => String(id)), values: rows, season: 12, begins: 10 }
    const backtest = { from: 24, until: MONTHS, windows: [next] }
    const cases = drawCases(panel, backtest)
    const learned = learnEnsemble(cases, { ...panel, calendar })
    const member = learned.find(({ name }) => name === 'prophetWithCalendar')
    assert.isAbove(member?.weights[0] ?? 0, 0.3)

    const names = candidatesFor(cases, panel).map(({ name }) => name)
    assert.notInclude(names, 'prophetWithCalendar')
    const without = ensembleForecaster(learned, panel)(0, MONTHS - 1, next)
    assert.isAbove(without.mean, 0)
  })

  test('goes along with its panel into threads', ({ assert }) => {
    const panel = { ids: ['1'], values: [values], season: 12, calendar }
    assert.deepEqual(unpackPanel(packPanel(panel)).calendar, calendar)
  })
})
