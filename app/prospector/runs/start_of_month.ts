import { DateTime } from 'luxon'

/** When this month began for whoever bills it: in California. */
export const startOfMonth = (): Date =>
  DateTime.now().setZone('America/Los_Angeles').startOf('month').toJSDate()
