import type { Season } from '#app/demo/part_type'
import { DAY, HISTORY_DAYS } from '#app/demo/price_history'
import type { Random } from '#app/demo/random'
import { isClosed, isRamadan } from '#app/tunisia/calendar'

/** Sales of a month beside the mean month, January first. */
const SEASONS: Record<Season, number[]> = {
  'level': [1, 0.97, 1, 1, 1, 1.02, 1.06, 1.08, 1, 0.98, 0.95, 0.94],
  'summer': [0.55, 0.55, 0.7, 0.9, 1.2, 1.6, 1.9, 1.75, 1.1, 0.75, 0.55, 0.5],
  'heat-and-cold': [1.6, 1.3, 0.9, 0.7, 0.7, 0.9, 1.15, 1.2, 0.85, 0.75, 1, 1.5],
  'rain': [1.3, 1.15, 1, 0.85, 0.75, 0.6, 0.55, 0.7, 1.25, 1.5, 1.3, 1.2],
  'departures': [0.9, 0.85, 0.95, 1, 1.05, 1.2, 1.35, 1.15, 0.95, 0.9, 0.85, 0.85],
}
/** The garages open late and close early in Ramadan. */
const RAMADAN = 0.62
const SATURDAY = 0.85

/** Which days of the last 24 months customers came, seen through one season. */
export class SalesCalendar {
  /** Running sums of the day weights; the mean weight of a day is 1. */
  #sums = new Map<Season, Float64Array>()
  /** Midnights UTC, oldest first; the last one is yesterday. */
  readonly days: Date[]

  constructor(readonly today: Date) {
    const midnight = Math.floor(today.getTime() / DAY) * DAY
    this.days = Array.from(
      { length: HISTORY_DAYS },
      (_, index) => new Date(midnight - (HISTORY_DAYS - index) * DAY)
    )
    const openings = this.days.map(openness)
    for (const season of Object.keys(SEASONS) as Season[]) {
      this.#sums.set(season, this.#runningSums(season, openings))
    }
  }

  /** Days of sales from `since` on, in order, when a day of mean weight sees `perDay` of them. */
  draw(season: Season, perDay: number, since: Date, random: Random): Date[] {
    const sums = this.#sums.get(season)!
    const first = Math.max(0, Math.ceil((since.getTime() - this.days[0].getTime()) / DAY))
    if (first >= this.days.length) return []
    const before = first === 0 ? 0 : sums[first - 1]
    const total = sums[sums.length - 1] - before
    const count = random.poisson(perDay * total)
    return Array.from({ length: count }, () => indexOf(sums, before + random.next() * total))
      .sort((a, b) => a - b)
      .map((index) => this.days[index])
  }

  #runningSums(season: Season, openings: number[]): Float64Array {
    const weights = this.days.map((day, i) => openings[i] * SEASONS[season][day.getUTCMonth()])
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
    let sum = 0
    return Float64Array.from(weights, (weight) => (sum += weight / mean))
  }
}

/** 0 when the shop is closed, 1 on an ordinary day. */
function openness(day: Date): number {
  if (isClosed(day)) return 0
  return (day.getUTCDay() === 6 ? SATURDAY : 1) * (isRamadan(day) ? RAMADAN : 1)
}

/** The first index whose running sum is above `value`. */
function indexOf(sums: Float64Array, value: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle] > value) high = middle
    else low = middle + 1
  }
  return low
}
