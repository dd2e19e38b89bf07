import { fromPaths } from '#app/orion/fast/path'
import { prophetPath, type Regressors } from '#app/orion/fast/prophet'
import type { SimpleModel } from '#app/orion/models/simple_models'

/** Periods that are told of: from `first` to `origin` as they were, and `steps` after it as far as they can be known. */
export type Span = { first: number; origin: number; steps: number }

/**
 * Prophet that knows something besides what was sold, one for each thing to know: its fits are kept. On logarithms, as
 * Prophet without.
 */
export function informedProphet<Known extends object>(
  tell: (known: Known, span: Span) => Regressors
): (known: Known) => SimpleModel {
  const made = new WeakMap<Known, SimpleModel>()
  return (known) => {
    const model =
      made.get(known) ??
      fromPaths((history, season, steps, origin) => {
        const told = tell(known, { first: origin + 1 - history.length, origin, steps })
        const changing = thoseThatChange(told, history.length)
        return prophetPath(history.map(Math.log1p), season, steps, changing).map(Math.expm1)
      })
    made.set(known, model)
    return model
  }
}

/** What never changed in a history explains nothing of it. */
function thoseThatChange(told: Regressors, length: number): Regressors {
  return Object.fromEntries(
    Object.entries(told).filter(([, values]) => new Set(values.slice(0, length)).size > 1)
  )
}
