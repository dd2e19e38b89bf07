import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { newestSlot } from '#app/platform/schedule/slots'

const ZONES = ['Africa/Tunis', 'Europe/Paris', 'America/New_York']
/** Days on which clocks change, leap days, and the end of the year: the cases of SCH-03. */
const HARD_DAYS = [
  ['Africa/Tunis', '2028-02-29'],
  ['Africa/Tunis', '2026-12-31'],
  ['Europe/Paris', '2028-02-29'],
  ['Europe/Paris', '2026-12-31'],
  ['Europe/Paris', '2026-03-29'],
  ['Europe/Paris', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
]
const DAILY = ['0 0 * * *', '0 2 * * *', '30 2 * * *', '0 3 * * *', '59 23 * * *']

/** Every slot found by asking each half hour, as a scheduler does. */
function slotsAround(cron: string, zone: string, day: string) {
  const from = DateTime.fromISO(day, { zone }).minus({ days: 1 })
  const slots = new Set<number>()
  for (let half = 0; half < 3 * 48; half++) {
    const slot = newestSlot(cron, zone, from.plus({ minutes: 30 * half }).toJSDate())
    slots.add(slot!.getTime())
  }
  return [...slots].sort((a, b) => a - b)
}

test.group('Slots of a schedule', () => {
  test('SCH-03: a daily task has one slot per local day, whatever the clocks do', ({ assert }) => {
    for (const [zone, day] of HARD_DAYS) {
      for (const cron of DAILY) {
        const days = slotsAround(cron, zone, day).map((slot) =>
          DateTime.fromMillis(slot, { zone }).toISODate()
        )
        assert.deepEqual(days, [...new Set(days)], `${cron} in ${zone} around ${day}`)
        assert.includeMembers(days, [day])
      }
    }
  })

  test('SCH-03: from one weekly slot to the next it is seven local days, week after week', ({
    assert,
  }) => {
    for (const zone of ZONES) {
      let end = newestSlot('0 7 * * 1', zone, new Date('2028-03-31T00:00:00Z'))!
      for (let week = 0; week < 110; week++) {
        const start = newestSlot('0 7 * * 1', zone, new Date(end.getTime() - 1))!
        const days = DateTime.fromJSDate(end, { zone }).diff(
          DateTime.fromJSDate(start, { zone }),
          'days'
        )
        assert.equal(days.days, 7)
        end = start
      }
    }
  })

  test('is never in the future, and the next question never finds an older one', ({ assert }) => {
    const crons = fc.constantFrom(...DAILY, '*/5 * * * *', '7 * * * *', '0 7 * * 1', '0 6 1 * *')
    const times = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2032-01-01'),
      noInvalidDate: true,
    })
    const later = fc.nat({ max: 86_400_000 })
    fc.assert(
      fc.property(crons, fc.constantFrom(...ZONES), times, later, (cron, zone, now, pause) => {
        const slot = newestSlot(cron, zone, now)!
        assert.isAtMost(slot.getTime(), now.getTime())
        const next = newestSlot(cron, zone, new Date(now.getTime() + pause))!
        assert.isAtLeast(next.getTime(), slot.getTime())
        assert.deepEqual(newestSlot(cron, zone, slot), slot, 'a slot is its own newest')
      }),
      { numRuns: 300 }
    )
  })

  test('a task of the 29th of February keeps its leap years', ({ assert }) => {
    const slot = newestSlot('0 7 29 2 *', 'Africa/Tunis', new Date('2027-06-01'))
    assert.equal(slot?.toISOString(), '2024-02-29T06:00:00.000Z')
  })
})
