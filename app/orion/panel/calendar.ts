import { isClosed, isRamadan } from '#app/tunisia/calendar'

/** What is known of months long before they come, by name: those of a panel, and as many after it as are ever forecast. */
export type Calendar = Record<string, Float64Array>

const AHEAD = 36
const DAY = 86_400_000

/**
 * Shares of the days of each month, 0 to 1: of Ramadan, when garages open late and close early, and of days on which
 * shops are open. School has the same holidays every year: the season knows them.
 *
 * @param first its first day, `2024-11-01`
 * @param months of the panel
 */
export function calendarOf(first: string, months: number): Calendar {
  const days = Array.from({ length: months + AHEAD }, (_, month) => daysOf(first, month))
  const shares = (is: (day: Date) => boolean) =>
    Float64Array.from(days, (all) => all.filter(is).length / all.length)
  return { ramadan: shares(isRamadan), open: shares((day) => !isClosed(day)) }
}

function daysOf(first: string, month: number): Date[] {
  const [year, start] = first.split('-').map(Number)
  const begins = Date.UTC(year, start - 1 + month, 1)
  const length = (Date.UTC(year, start + month, 1) - begins) / DAY
  return Array.from({ length }, (_, day) => new Date(begins + day * DAY))
}
