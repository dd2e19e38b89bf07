import { DateTime } from 'luxon'

/** The day of a moment in Tunis, `2026-11-30`. */
export const dayInTunis = (moment: Date): string =>
  DateTime.fromJSDate(moment, { zone: 'Africa/Tunis' }).toISODate()!
