import { test } from '@japa/runner'
import { lastWeeks, TESTED_WEEKS } from '#app/orion/evaluation/last_weeks'
import { randomNumbers } from '#app/orion/random'

const WEEKS = 44
const PARTS = 20

test.group('The last four weeks', () => {
  test('are forecast one after the other, beside the week before said again', async ({
    assert,
  }) => {
    const report = await lastWeeks(sellingWeekly(), 1)
    assert.include(report, { from: WEEKS - TESTED_WEEKS, origins: 4, parts: PARTS, cases: 80 })
    assert.isBelow(report.mae, report.naive.mae)
    assert.isAbove(report.wape!, 0)
    assert.deepEqual(await lastWeeks(sellingWeekly(), 1), report)
  })

  test('are not learned from', async ({ assert }) => {
    const [some, more] = [
      await lastWeeks(sellingWeekly(1_000), 1),
      await lastWeeks(sellingWeekly(2_000), 1),
    ]
    // What was said of the last week is the same: it is further off by what was sold more.
    assert.closeTo(more.mae - some.mae, 1_000 / TESTED_WEEKS, 1e-9)
  })
})

/** Eight to twelve pieces a week of each part, and in the last week what is told. */
function sellingWeekly(last?: number) {
  const random = randomNumbers(PARTS)
  const values = Array.from({ length: PARTS }, () => {
    const weeks = Float64Array.from({ length: WEEKS }, () => 8 + Math.floor(5 * random()))
    return last === undefined ? weeks : weeks.with(WEEKS - 1, last)
  })
  return { ids: values.map((_, part) => String(part)), season: 52, values }
}
