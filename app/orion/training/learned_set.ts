import type { DemandWindow } from '#app/orion/panel/panel'
import type { LearnedModel } from '#app/orion/train_forecaster'

/** Months that are forecast one by one. */
export const HORIZON = 12
/** A lead time beyond this many months is planned as this many. */
export const LONGEST_LEAD = 6

/** What was learned for one kind of window: each month by itself (`lead` 0), or so many months of a lead time together. */
export interface LearnedSet extends LearnedModel {
  lead: number
}

/** The windows that a set is trained on. */
export function windowsOf(lead: number): DemandWindow[] {
  if (lead > 0) return [{ ahead: 1, periods: lead }]
  return Array.from({ length: HORIZON }, (_, month) => ({ ahead: month + 1, periods: 1 }))
}
