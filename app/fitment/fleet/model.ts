export type Fuel = 'petrol' | 'diesel' | 'lpg' | 'hybrid' | 'plug-in' | 'electric'

/** What of an engine decides which parts it takes: charged or not, fuel, what drives the camshaft. */
export type EngineKind =
  `${'' | 'turbo-'}${Exclude<Fuel, 'electric'>}-${'belt' | 'chain' | 'gear'}` | 'electric'

/**
 * Trade name, engine code (of the family where the makers number every tune apart), kind, cm³ (0 when electric),
 * the powers it was sold with (metric horsepower), and its years when narrower than those of the model.
 */
type EngineData = [
  name: string,
  code: string,
  kind: EngineKind,
  cc: number,
  powers: number[],
  years?: Years,
]

/** First and last year of production; 0 when it is still built. */
export type Years = [from: number, to: number]

export type Body =
  | 'hatchback'
  | 'sedan'
  | 'estate'
  | 'suv'
  | 'van'
  | 'pickup'
  | 'mpv'
  | 'coupe'
  | 'convertible'
  | 'truck'

/** A generation of a model that drives in Tunisia. */
export type ModelData = {
  /** `Make.name`. */
  make: string
  model: string
  /** `Clio` of `Clio IV`, when cutting the generation off does not give it; see `familyOf`. */
  family?: string
  /** The model as Arabic-speaking customers write it, without the make. */
  ar: string
  /** Other names; not those that follow from the name, such as `clio4` or `clio 4` from `Clio IV`. */
  aliases: string[]
  /** The maker's codes of the generation, as catalogues print them. */
  chassis: string[]
  years: Years
  body: Body[]
  /** How dear and heavy its parts are. */
  size: 'city' | 'compact' | 'suv' | 'van' | 'pickup' | 'truck' | 'premium'
  /** Estimated share of the cars a Tunisian counter serves, relative to the others: 0.1 to 10. */
  share: number
  rear?: 'drum' | 'disc'
  steering?: 'hydraulic' | 'electric'
  /** The makers' platform code, where part numbers begin with it. */
  platform?: string
  engines: EngineData[]
}

/** Roman numeral, maker's code in brackets or bare: `IV`, `(6J)`, `K12`. */
const GENERATION = / (?:[IVX]+|\([^()]+\)|[A-Z]\d{1,2})$/
/** Opel counts its generations in letters. */
const OPEL_GENERATION = / [A-K]$/

/** What customers say when they leave the generation out: `Clio` of `Clio IV`, `Ibiza` of `Ibiza IV (6J)`. */
export function familyOf({ make, model, family }: ModelData): string {
  if (family) return family
  if (make === 'Opel') return model.replace(OPEL_GENERATION, '')
  return model.replace(GENERATION, '').replace(GENERATION, '')
}
