import { informedProphet } from '#app/orion/fast/informed_prophet'
import type { Calendar } from '#app/orion/panel/calendar'

/** Prophet that knows the calendar: Ramadan moves through the year, which no season tells. */
export const calendarModel = informedProphet<Calendar>((calendar, { first, origin, steps }) =>
  Object.fromEntries(
    Object.entries(calendar).map(([name, values]) => [
      name,
      Array.from(values.subarray(first, origin + 1 + steps)),
    ])
  )
)
