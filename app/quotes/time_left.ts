const MINUTE = 60_000

/** Until then, in hours and minutes: `1:25`; `0:00` once it is over. */
export function timeLeft(until: Date, now = new Date()): string {
  const minutes = Math.max(0, Math.floor((until.getTime() - now.getTime()) / MINUTE))
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
