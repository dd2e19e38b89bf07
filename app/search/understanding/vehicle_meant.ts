import type { Model, VehicleCatalogue, VehicleType } from '#app/fitment/vehicles/vehicle_catalogue'
import { wordsOf } from '#app/search/understanding/words'

/** The vehicle a query speaks of: some types, of one model or of several generations. */
export type VehicleMeant = { models: Model[]; types: VehicleType[] }

type Narrowing = { words: Set<number>; fits(type: VehicleType): boolean }

/**
 * Which types of the models are meant, by what else the query says: engine, power, fuel, year. What
 * would leave nothing is not a narrowing. Also tells which words were used up.
 */
export function narrow(
  models: Model[],
  catalogue: VehicleCatalogue,
  words: string[],
  free: (place: number) => boolean,
  fuelAt: (place: number) => string | undefined
): { vehicle: VehicleMeant; used: Set<number> } {
  let types = models.flatMap((model) => catalogue.typesOf(model))
  const used = new Set<number>()
  for (const { words: places, fits } of narrowings(words, free, fuelAt, types)) {
    const left = types.filter(fits)
    if (left.length === 0) continue
    types = left
    for (const place of places) used.add(place)
  }
  const left = new Set(types.map(({ modelId }) => modelId))
  return { vehicle: { models: models.filter(({ id }) => left.has(id)), types }, used }
}

function* narrowings(
  words: string[],
  free: (place: number) => boolean,
  fuelAt: (place: number) => string | undefined,
  types: VehicleType[]
): Generator<Narrowing> {
  const engineWords = new Map(types.map((type) => [type, new Set(wordsOf(type.name))]))
  for (let place = 0; place < words.length; place++) {
    const meant = fuelAt(place)
    if (!meant && !free(place)) continue
    const word = words[place]
    const at = (...places: number[]) => new Set(places)
    const year = /^(19[6-9]|20[0-4])\d$/.test(word) ? Number(word) : undefined
    const power = /^(\d{2,3})(?:ch|cv|hp)?$/.exec(word)?.[1]
    if (year) yield { words: at(place), fits: (type) => wasBuiltIn(type, year) }
    else if (meant) yield { words: at(place), fits: ({ fuel }) => fuel === meant }
    else if (power && (word !== power || /^(ch|cv|hp|chevaux)$/.test(words[place + 1] ?? ''))) {
      const places = word === power ? at(place, place + 1) : at(place)
      yield { words: places, fits: ({ powerKw }) => isPower(powerKw, Number(power)) }
    } else {
      const fits = (type: VehicleType) =>
        engineWords.get(type)!.has(word) || type.engineCode.toLowerCase() === word
      yield { words: at(place), fits }
    }
  }
}

const wasBuiltIn = ({ producedFrom, producedTo }: VehicleType, year: number) =>
  year >= Number(producedFrom.slice(0, 4)) &&
  (!producedTo || year <= Number(producedTo.slice(0, 4)))

const KW_PER_CH = 0.7355

const isPower = (kw: number | null, horsepower: number) =>
  kw !== null && Math.abs(kw - horsepower * KW_PER_CH) <= 1.5
