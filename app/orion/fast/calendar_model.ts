import { fromPaths, type PathModel } from '#app/orion/fast/path'
import { prophetPath, type Regressors } from '#app/orion/fast/prophet'
import type { SimpleModel } from '#app/orion/models/simple_models'
import type { Calendar } from '#app/orion/panel/calendar'

const made = new WeakMap<Calendar, SimpleModel>()

/** Prophet that knows the calendar, one for each calendar: its fits are kept. */
export function calendarModel(calendar: Calendar): SimpleModel {
  const known = made.get(calendar) ?? fromPaths(withCalendar(calendar))
  made.set(calendar, known)
  return known
}

/** On logarithms, as Prophet without. Ramadan moves through the year, which no season tells. */
function withCalendar(calendar: Calendar): PathModel {
  return (history, season, steps, origin) => {
    const first = origin + 1 - history.length
    const regressors: Regressors = {}
    for (const [name, values] of Object.entries(calendar)) {
      const told = Array.from(values.subarray(first, origin + 1 + steps))
      // What has never changed explains nothing.
      if (new Set(told.slice(0, history.length)).size > 1) regressors[name] = told
    }
    return prophetPath(history.map(Math.log1p), season, steps, regressors).map(Math.expm1)
  }
}
