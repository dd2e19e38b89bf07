import { CronExpressionParser } from 'cron-parser'
import { DateTime } from 'luxon'

const HOUR_MS = 3_600_000
/** Days to look back, from the likely to the leap day that a century skips. */
const LOOK_BACK_DAYS = [0, 1, 7, 31, 366, 8 * 366]

/**
 * The planned instant at or before `now`, or undefined when there was none in eight years. An hour
 * that a change of clocks skips is made up for at its end, one that it repeats counts once: a daily
 * task has one slot on every local day. For zones whose clocks change by whole hours (cron-parser).
 */
export function newestSlot(cron: string, zone: string, now: Date): Date | undefined {
  for (const start of startsBefore(cron, zone, now)) {
    const slot = lastBetween(cron, zone, start, now)
    if (slot) return slot
  }
  return undefined
}

/** The planned instant after `now`. */
export const nextSlot = (cron: string, zone: string, now: Date): Date =>
  CronExpressionParser.parse(cron, { tz: zone, currentDate: now }).next().toDate()

/** Where to start counting: at local midnights, or a repeated hour could be counted twice. */
function* startsBefore(cron: string, zone: string, now: Date) {
  if (runsEveryHour(cron)) yield new Date(now.getTime() - HOUR_MS)
  const midnight = DateTime.fromJSDate(now, { zone }).startOf('day')
  for (const days of LOOK_BACK_DAYS) yield midnight.minus({ days, milliseconds: 1 }).toJSDate()
}

const runsEveryHour = (cron: string) => cron.trim().split(/\s+/).at(-4) === '*'

function lastBetween(cron: string, zone: string, start: Date, end: Date) {
  const plan = CronExpressionParser.parse(cron, { tz: zone, currentDate: start })
  let last: Date | undefined
  for (let next = plan.next().toDate(); next <= end; next = plan.next().toDate()) last = next
  return last
}
