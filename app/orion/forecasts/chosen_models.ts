import type { Choice, Rated } from '#app/orion/choose_models'
import { DEMAND_CLASSES, type DemandClass } from '#app/orion/panel/demand_class'
import type { PoolKind } from '#app/orion/pool/pooled_model'
import type { Manifest, PoolSize } from '#app/orion/training/model_files'

/** What was chosen for windows of one kind: each month by itself (`lead` 0), or so many months of a lead time. */
export interface ChosenSet {
  lead: number
  /** What the pool that forecasts is made of; empty when nobody chose it. */
  members: PoolSize[]
  classes: ChosenModel[]
}

/** What forecasts a class of parts, and how it and its rivals did in the backtest, the best simple model being 1. */
interface ChosenModel {
  demandClass: DemandClass
  simple: Choice['simple']
  uses: Choice['uses']
  /** Which members of the pool; null when it is not used. */
  pool: PoolKind | null
  ratio: number
  /** Against all that, where the ensemble of fast movers won. */
  ensemble: number | null
  rivals: Rated[]
}

/** The choices of a model as people and programs read them. */
export function chosenModels({ sets }: Manifest): ChosenSet[] {
  return sets.map(({ lead, choices, members = [] }) => ({
    ...{ lead, members },
    classes: DEMAND_CLASSES.filter((kind) => choices[kind]).map((kind) =>
      chosenModel(kind, choices[kind])
    ),
  }))
}

function chosenModel(demandClass: DemandClass, choice: Choice): ChosenModel {
  const { simple, uses, ratio, pool = 'size', ensemble = null, rivals = [] } = choice
  return {
    ...{ demandClass, simple, uses, ratio, ensemble, rivals },
    pool: uses === 'simple' ? null : pool,
  }
}
