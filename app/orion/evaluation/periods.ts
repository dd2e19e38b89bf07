const DAY = 86_400_000

/** Number of a period that grows by 1 from each to the next, once the step of the calendar is known. */
export interface Calendar {
  season: number
  /** Name of the period that a number stands for. */
  indexOf(name: string): number
}

/**
 * The calendar of a file, from the names of its periods: `YYYY-MM`, `YYYY-MM-DD` or ISO weeks (`2024-W07`). Dates may
 * stand for days, weeks or months: the smallest distance between them says which. Throws `RangeError` in one line.
 */
export function calendarOf(names: string[]): Calendar {
  const [first] = names
  if (/^\d{4}-\d{2}$/.test(first)) return { season: 12, indexOf: monthNumber }
  if (/^\d{4}-?W\d{2}$/.test(first)) {
    return { season: 52, indexOf: (name) => Math.floor((weekStart(name) / DAY + 3) / 7) }
  }
  const days = [...new Set(names.map(dayNumber))].sort((one, other) => one - other)
  const step = Math.min(...days.slice(1).map((day, at) => day - days[at]))
  if (step >= 28 && step <= 31)
    return { season: 12, indexOf: (name) => monthNumber(name.slice(0, 7)) }
  if (step !== Infinity && step !== 1 && step !== 7) {
    throw new RangeError(`periods ${step} days apart are neither days, weeks nor months`)
  }
  const length = step === 7 ? 7 : 1
  return {
    season: length === 7 ? 52 : 7,
    indexOf: (name) => {
      const steps = (dayNumber(name) - days[0]) / length
      if (!Number.isInteger(steps))
        throw new RangeError(`period ${name} is out of step with ${names[0]}`)
      return steps
    },
  }
}

function monthNumber(name: string): number {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(name) ?? []
  if (!year || Number(month) < 1 || Number(month) > 12)
    throw new RangeError(`"${name}" is no month (YYYY-MM)`)
  return Number(year) * 12 + Number(month) - 1
}

function dayNumber(name: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(name) ? Date.parse(`${name}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== name) {
    throw new RangeError(`"${name}" is no period: write YYYY-MM, YYYY-MM-DD or YYYY-Www`)
  }
  return time / DAY
}

/** Monday of an ISO week: the first one holds the 4th of January. */
function weekStart(name: string): number {
  const [, year, week] = /^(\d{4})-?W(\d{2})$/.exec(name) ?? []
  if (!year || Number(week) < 1 || Number(week) > 53)
    throw new RangeError(`"${name}" is no ISO week (YYYY-Www)`)
  const fourth = Date.UTC(Number(year), 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
  return monday + (Number(week) - 1) * 7 * DAY
}
