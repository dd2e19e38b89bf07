const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago something was, in whole minutes, hours or days: a key of texts, and its number. */
export function ageOf(since: Date, now = new Date()): { key: string; count: number } {
  const age = Math.max(0, now.getTime() - since.getTime())
  if (age < HOUR) return { key: 'orders.age_minutes', count: Math.floor(age / MINUTE) }
  if (age < 2 * DAY) return { key: 'orders.age_hours', count: Math.floor(age / HOUR) }
  return { key: 'orders.age_days', count: Math.floor(age / DAY) }
}
