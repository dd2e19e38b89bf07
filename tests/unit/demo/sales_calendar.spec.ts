import { test } from '@japa/runner'
import { Random } from '#app/demo/random'
import { SalesCalendar } from '#app/demo/sales_calendar'
import type { Season } from '#app/demo/part_type'

const TODAY = new Date('2026-11-21T10:00:00Z')
const calendar = new SalesCalendar(TODAY)

const sales = (season: Season, perDay = 20, since = calendar.days[0]) =>
  calendar
    .draw(season, perDay, since, new Random(1, season))
    .map((day) => day.toISOString().slice(0, 10))

const within = (days: string[], from: string, to: string) =>
  days.filter((day) => day >= from && day <= to).length

test.group('Sales calendar', () => {
  test('covers 24 months that end yesterday', ({ assert }) => {
    assert.lengthOf(calendar.days, 730)
    assert.equal(calendar.days.at(-1)!.toISOString(), '2026-11-20T00:00:00.000Z')
  })

  test('sells as much as asked for, in order', ({ assert }) => {
    const days = sales('level')
    assert.approximately(days.length, 20 * 730, 600)
    assert.deepEqual(days, [...days].sort())
  })

  test('is closed on Sundays and feasts', ({ assert }) => {
    const days = new Set(sales('level', 50))
    for (const day of days) assert.notEqual(new Date(day).getUTCDay(), 0)
    for (const feast of ['2025-03-31', '2026-03-20', '2026-05-27', '2026-01-01']) {
      assert.isFalse(days.has(feast), feast)
    }
  })

  test('Ramadan is quiet', ({ assert }) => {
    const days = sales('level')
    const ramadan = within(days, '2026-02-18', '2026-03-18')
    const before = within(days, '2026-01-20', '2026-02-17')
    assert.isBelow(ramadan / before, 0.75)
  })

  test('cooling parts sell in summer, wipers in autumn', ({ assert }) => {
    const summer = sales('summer')
    assert.isAbove(
      within(summer, '2026-06-01', '2026-08-31') / within(summer, '2025-12-01', '2026-02-28'),
      2
    )
    const rain = sales('rain')
    assert.isAbove(
      within(rain, '2025-10-01', '2025-12-31') / within(rain, '2025-06-01', '2025-08-31'),
      1.5
    )
  })

  test('nothing is sold before the product was there', ({ assert }) => {
    const since = new Date('2026-06-01T12:00:00Z')
    const days = sales('level', 20, since)
    assert.isAbove(days.length, 2_000)
    assert.isAtLeast(Date.parse(days[0]), since.getTime() - 86_400_000)
    assert.deepEqual(calendar.draw('level', 20, TODAY, new Random(1)), [])
  })
})
