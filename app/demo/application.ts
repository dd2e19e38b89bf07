import type { Need } from '#app/demo/assortment'
import { spanOf } from '#app/demo/wording'

/** What cars a part is declared to fit: all of a model, or those with its engine. */
export type Application = {
  make: string
  model: string
  /** Empty when the part does not depend on the engine. */
  engineCode: string
  position: string
  conditionFr: string
  conditionAr: string
}

/** Parts of these departments belong to the body and the wheels, whatever drives them. */
const ANY_ENGINE = new Set(['freinage', 'suspension-et-direction', 'eclairage-et-carrosserie'])

/** Nothing for a part that no car decides. */
export function applicationOf(need: Need): Application | undefined {
  const { type, vehicle, position } = need
  if (!vehicle) return undefined
  const span = spanOf(need)
  return {
    make: vehicle.make,
    model: vehicle.model,
    engineCode: ANY_ENGINE.has(type.category.split('/')[0]) ? '' : vehicle.engineCode,
    position: position ?? '',
    conditionFr: span.fr,
    conditionAr: span.ar,
  }
}
