import { FLEET_MODELS } from '#app/fitment/fleet/models/all'
import type { Body, EngineKind, Fuel, ModelData } from '#app/fitment/fleet/model'

export type Timing = 'belt' | 'chain' | 'gear'

/** The finest vehicle that parts are looked up for: model, body, engine and power. */
export type VehicleType = {
  make: string
  model: string
  body: Body
  engine: string
  engineCode: string
  fuel: Fuel
  turbo: boolean
  /** What drives the camshaft; absent when there is none. */
  timing?: Timing
  /** 0 when electric. */
  cc: number
  /** Metric horsepower (ch). */
  hp: number
  kw: number
  /** Years of production; `to` is 0 while it is still built. */
  from: number
  to: number
}

/** Every vehicle type of the fleet, about 3,700. */
export function fleetTypes(): VehicleType[] {
  return FLEET_MODELS.flatMap(vehicleTypesOf)
}

export function vehicleTypesOf(model: ModelData): VehicleType[] {
  return model.body.flatMap((body) =>
    model.engines.flatMap(([engine, engineCode, kind, cc, powers, years]) =>
      powers.map((hp) => ({
        make: model.make,
        model: model.model,
        body,
        engine,
        engineCode,
        ...engineFacts(kind),
        cc,
        hp,
        kw: kilowatts(hp),
        from: years?.[0] ?? model.years[0],
        to: years?.[1] ?? model.years[1],
      }))
    )
  )
}

export function engineFacts(kind: EngineKind): Pick<VehicleType, 'fuel' | 'turbo' | 'timing'> {
  if (kind === 'electric') return { fuel: 'electric', turbo: false }
  const turbo = kind.startsWith('turbo-')
  const rest = turbo ? kind.slice('turbo-'.length) : kind
  const dash = rest.lastIndexOf('-')
  return { fuel: rest.slice(0, dash) as Fuel, turbo, timing: rest.slice(dash + 1) as Timing }
}

/** One metric horsepower is 0.7355 kW (75 kgf·m/s). */
export function kilowatts(hp: number): number {
  return Math.round(hp * 0.7355)
}
