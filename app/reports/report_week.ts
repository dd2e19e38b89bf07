import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { text } from '#app/platform/http/input'
import type { ReportWeek } from '#app/platform/shell/shell'

const ZONE = 'Africa/Tunis'

/** A week by its ISO name, such as `2026-W47`; undefined when there is no such week. */
export function weekNamed(name: string): ReportWeek | undefined {
  const monday = DateTime.fromISO(name, { zone: ZONE })
  return /^\d{4}-W\d\d$/.test(name) && monday.isValid ? weekOf(monday) : undefined
}

/** The last whole week before `now`, by the calendar of Tunis. */
export const lastWeek = (now: Date): ReportWeek =>
  weekOf(DateTime.fromJSDate(now, { zone: ZONE }).startOf('week').minus({ weeks: 1 }))

/** The weeks before and after; none after the last whole one. */
export function neighbours({ from }: ReportWeek, now: Date) {
  const monday = DateTime.fromISO(from, { zone: ZONE })
  const next = weekOf(monday.plus({ weeks: 1 }))
  return {
    previous: weekOf(monday.minus({ weeks: 1 })).name,
    next: next.name <= lastWeek(now).name ? next.name : undefined,
  }
}

const weekOf = (monday: DateTime): ReportWeek => ({
  name: monday.toFormat(`kkkk-'W'WW`),
  from: monday.toFormat('yyyy-MM-dd'),
  until: monday.plus({ weeks: 1 }).toFormat('yyyy-MM-dd'),
})

const isWeek = vine.createRule(
  (value, _, field) => {
    if (typeof value === 'string' && weekNamed(value)) return
    field.report('The {{ field }} field must be a week such as 2026-W47', 'week', field)
  },
  { name: 'week' }
)

export const weekValidator = vine.create({ week: text({ max: 8 }).use(isWeek()).optional() })
