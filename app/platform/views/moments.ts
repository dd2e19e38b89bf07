const PARTS = { timeZone: 'Africa/Tunis' } as const
const DAY = new Intl.DateTimeFormat('fr', { ...PARTS, dateStyle: 'short' })
const MOMENT = new Intl.DateTimeFormat('fr', { ...PARTS, dateStyle: 'short', timeStyle: 'short' })

/** `21/11/2026`, the day in Tunis. */
export const day = (at: Date): string => DAY.format(at)

/** `21/11/2026 16:04`, the clock of Tunis. */
export const moment = (at: Date): string => MOMENT.format(at)
