import type { ModelData } from '#app/fitment/fleet/model'
import { engineFacts, type Timing } from '#app/fitment/fleet/vehicle_types'

/** One car as parts are invented for: model, engine and power; the body does not matter. */
export type Vehicle = {
  make: string
  model: string
  ar: string
  from: number
  to: number
  size: ModelData['size']
  /** Of the fleet, divided among the engines and powers of the model. */
  share: number
  /** How early a shop stocks for it: the square of the model's share, divided likewise. */
  prominence: number
  platform: string
  engine: string
  engineCode: string
  power: number
  fuel: 'petrol' | 'diesel'
  timing?: Timing
  turbo: boolean
  rear: 'drum' | 'disc'
  steering: 'hydraulic' | 'electric'
}

/** Spreads a model over its engines and powers. Electric cars are left out: they take few of our parts. */
export function vehiclesOf(model: ModelData): Vehicle[] {
  const engines = model.engines.filter(([, , kind]) => kind !== 'electric')
  const count = engines.reduce((sum, [, , , , powers]) => sum + powers.length, 0)
  return engines.flatMap(([engine, engineCode, kind, , powers, years]) => {
    const { fuel, timing, turbo } = engineFacts(kind)
    return powers.map((power) => ({
      make: model.make,
      model: model.model,
      ar: model.ar,
      from: years?.[0] ?? model.years[0],
      to: years?.[1] ?? model.years[1],
      size: model.size,
      share: model.share / count,
      prominence: model.share ** 2 / count,
      platform: model.platform ?? '',
      engine,
      engineCode,
      power,
      fuel: fuel === 'diesel' ? ('diesel' as const) : ('petrol' as const),
      timing,
      turbo,
      rear: model.rear ?? (DRUM_SIZES.has(model.size) ? 'drum' : 'disc'),
      steering: model.steering ?? (model.years[0] < 2008 ? 'hydraulic' : 'electric'),
    }))
  })
}

const DRUM_SIZES = new Set<ModelData['size']>(['city', 'pickup', 'truck'])
