import type { Taxonomy } from '#app/catalogue/taxonomy'
import type { VehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { foldWords } from '#app/platform/text/fold_words'
import { namesOfModels } from '#app/search/understanding/model_names'

type Named = { id: number; names: string[] }
/** By the first letter of any of their names. */
type Shelves = Map<string, Named[]>

const MOST = 2

/** Names of categories, brands and models as they are compared, folded once. */
class KnownNames {
  readonly #categories: Shelves
  readonly #brands: Shelves
  readonly #models: Shelves

  constructor(known: Taxonomy, { makes, models }: VehicleCatalogue) {
    this.#categories = shelve(
      [...known.categories.values()].map(({ id, nameFr, nameAr }) => named(id, [nameFr, nameAr]))
    )
    this.#brands = shelve([...known.brands.values()].map(({ id, name }) => named(id, [name])))
    this.#models = shelve(
      [...namesOfModels(models.values())]
        .sort(([a], [b]) => b.popularity - a.popularity)
        .map(([model, names]) => {
          const make = makes.get(model.makeId)!.name
          return named(model.id, [...names, ...names.map((name) => `${make} ${name}`)])
        })
    )
  }

  /** The first few of each kind that begin so. */
  beginning(letters: string) {
    const of = (shelves: Shelves) => {
      const found: number[] = []
      for (const { id, names } of shelves.get(letters[0]) ?? []) {
        if (names.some((name) => name.startsWith(letters)) && found.push(id) === MOST) break
      }
      return found
    }
    return {
      categoryIds: of(this.#categories),
      brandIds: of(this.#brands),
      modelIds: of(this.#models),
    }
  }
}

const named = (id: number, names: (string | null)[]): Named => ({
  id,
  names: [...new Set(names.flatMap((name) => (name ? foldWords(name) : [])))],
})

function shelve(things: Named[]): Shelves {
  const shelves: Shelves = new Map()
  for (const thing of things) {
    for (const letter of new Set(thing.names.map((name) => name[0]))) {
      const shelf = shelves.get(letter) ?? []
      shelf.push(thing)
      shelves.set(letter, shelf)
    }
  }
  return shelves
}

let current: { known: Taxonomy; vehicles: VehicleCatalogue; names: KnownNames } | undefined

/** The names of this state of the catalogue and the vehicles, made once for it. */
export function knownNames(known: Taxonomy, vehicles: VehicleCatalogue): KnownNames {
  if (current?.known !== known || current.vehicles !== vehicles) {
    current = { known, vehicles, names: new KnownNames(known, vehicles) }
  }
  return current.names
}
