/** What of an engine decides which parts it takes. */
export type EngineKind = `${'' | 'turbo-'}${'petrol' | 'diesel'}-${'belt' | 'chain'}`

/** Trade name, engine code, kind, and the powers it was sold with (horsepower). */
export type EngineData = [name: string, code: string, kind: EngineKind, powers: number[]]

/** A generation of a model that drives in Tunisia. */
export type ModelData = {
  make: string
  model: string
  /** The model as Arabic-speaking customers write it. */
  ar: string
  /** First and last year of production; 0 when it is still built. */
  years: [from: number, to: number]
  size: 'city' | 'compact' | 'suv' | 'van' | 'pickup' | 'premium'
  /** Relative share of the Tunisian fleet. */
  share: number
  rear?: 'drum' | 'disc'
  steering?: 'hydraulic' | 'electric'
  /** The makers' platform code, where part numbers begin with it. */
  platform?: string
  engines: EngineData[]
}

/** One car as parts are looked up for: model, engine and power. */
export type Vehicle = {
  make: string
  model: string
  ar: string
  from: number
  to: number
  size: ModelData['size']
  share: number
  platform: string
  engine: string
  engineCode: string
  power: number
  fuel: 'petrol' | 'diesel'
  timing: 'belt' | 'chain'
  turbo: boolean
  rear: 'drum' | 'disc'
  steering: 'hydraulic' | 'electric'
}

/** Spreads a model over its engines and powers; the share is divided among them. */
export function vehiclesOf(model: ModelData): Vehicle[] {
  const count = model.engines.reduce((sum, [, , , powers]) => sum + powers.length, 0)
  return model.engines.flatMap(([engine, engineCode, kind, powers]) =>
    powers.map((power) => ({
      make: model.make,
      model: model.model,
      ar: model.ar,
      from: model.years[0],
      to: model.years[1],
      size: model.size,
      share: model.share / count,
      platform: model.platform ?? '',
      engine,
      engineCode,
      power,
      fuel: kind.includes('petrol') ? ('petrol' as const) : ('diesel' as const),
      timing: kind.endsWith('belt') ? ('belt' as const) : ('chain' as const),
      turbo: kind.startsWith('turbo'),
      rear: model.rear ?? (['city', 'pickup'].includes(model.size) ? 'drum' : 'disc'),
      steering: model.steering ?? (model.years[0] < 2008 ? 'hydraulic' : 'electric'),
    }))
  )
}
