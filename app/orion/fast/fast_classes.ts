import type { DemandClass } from '#app/orion/panel/demand_class'

/** Classes of parts that sell in nearly every period: each of them has a history to fit a model on. */
export const FAST_CLASSES = ['smooth', 'erratic'] as const satisfies DemandClass[]
