import type { VehicleType } from '#app/fitment/vehicles/vehicle_catalogue'
import { foldWords } from '#app/platform/text/fold_words'
import { normaliseNumber } from '#app/references/normalise'

/** What a rule says of engines; null and '' leave it open. */
export type EngineScope = {
  engine: string
  fuel: string
  kw: number | null
  cc: number | null
}

export const ANY_ENGINE: EngineScope = { engine: '', fuel: '', kw: null, cc: null }

/** Engines of these vehicles that a phrase names: a code (`K9K`), a name (`1.5 dCi`) or litres; undefined when none. */
export function enginesCalled(words: string[], types: VehicleType[]): EngineScope[] | undefined {
  const code = normaliseNumber(words.join(''))
  const isCode = types.some(({ engineCode }) => {
    const known = normaliseNumber(engineCode)
    return known === code || (code.length > 2 && known.startsWith(code))
  })
  if (code.length > 1 && isCode) return [{ ...ANY_ENGINE, engine: code }]
  const named = typesNamed(words, types)
  return named.length ? scopesOf(named, types) : undefined
}

/** Types whose name begins with these words, or that have so many litres. */
function typesNamed(words: string[], types: VehicleType[]): VehicleType[] {
  const phrase = words.join(' ')
  if (!/\p{L}|\d\.\d/u.test(phrase)) return []
  const named = types.filter(({ name }) => `${foldWords(name)} `.startsWith(`${phrase} `))
  if (named.length) return named
  // ACES says how the cylinders stand before: l4 1.5l.
  const [, litres] = /^(?:[a-z]\d{1,2} )?(\d\.\d) ?l?$/.exec(phrase) ?? []
  if (!litres) return []
  return types.filter(
    ({ displacementCc: cc }) => cc && (Math.round(cc / 100) / 10).toFixed(1) === litres
  )
}

/** The fewest scopes that mean these types and no other of `all`: power is told only when it divides an engine. */
function scopesOf(named: VehicleType[], all: VehicleType[]): EngineScope[] {
  const chosen = new Set(named)
  const scopes = new Map<string, EngineScope>()
  for (const type of named) {
    const isWhole = all.every((other) => chosen.has(other) || !isSameEngine(type, other))
    const scope = {
      engine: normaliseNumber(type.engineCode),
      fuel: type.fuel,
      kw: isWhole ? null : type.powerKw,
      cc: type.displacementCc,
    }
    scopes.set(JSON.stringify(scope), scope)
  }
  return [...scopes.values()]
}

const isSameEngine = (one: VehicleType, other: VehicleType) =>
  one.engineCode === other.engineCode &&
  one.fuel === other.fuel &&
  one.displacementCc === other.displacementCc
