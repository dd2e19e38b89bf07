import type {
  Make,
  Model,
  VehicleCatalogue,
  VehicleType,
} from '#app/fitment/vehicles/vehicle_catalogue'
import { editDistance } from '#app/platform/text/edit_distance'
import { foldWords } from '#app/platform/text/fold_words'
import { modelNames, namesOfModels } from '#app/search/understanding/model_names'

const MOST_WORDS = 5
const SHOWN = 3

/** Makes and models by every name that people give them. */
export class VehicleNames {
  #makes = new Map<string, Make>()
  #models = new Map<string, Set<Model>>()

  constructor(private vehicles: VehicleCatalogue) {
    for (const make of vehicles.makes.values()) this.#addMake(make)
    for (const [model, names] of namesOfModels(vehicles.models.values()))
      this.#addModel(model, names)
  }

  /** The make that the words name from `start` on, with how many words that takes. */
  findMake(words: string[], start = 0): { make: Make; length: number } | undefined {
    for (let length = Math.min(MOST_WORDS, words.length - start); length > 0; length--) {
      const make = this.#makes.get(words.slice(start, start + length).join(' '))
      if (make) return { make, length }
    }
  }

  /** Models that the longest phrase from `start` on names: several generations, or several makes' own. */
  findModels(words: string[], start: number, make?: Make) {
    for (let length = Math.min(MOST_WORDS, words.length - start); length > 0; length--) {
      const all = this.#models.get(words.slice(start, start + length).join(' ')) ?? []
      const models = [...all].filter((model) => !make || model.makeId === make.id)
      if (models.length) return { models, length }
    }
  }

  makeOf(model: Model): Make {
    return this.vehicles.makes.get(model.makeId)!
  }

  typesOf(models: Model[]): VehicleType[] {
    return models.flatMap((model) => this.vehicles.typesOf(model))
  }

  typesOfMake(make: Make): VehicleType[] {
    return this.typesOf(this.vehicles.modelsOf(make))
  }

  nearestMakes(text: string): string[] {
    return nearest(text, this.#makes, (make) => make.name)
  }

  /** @param make unknown: among the models of all */
  nearestModels(text: string, make?: Make): string[] {
    const names = [...this.#models].flatMap(([name, models]) =>
      [...models]
        .filter((model) => !make || model.makeId === make.id)
        .map((model): [string, Model] => [name, model])
    )
    return nearest(
      text,
      names,
      (model) => `${make ? '' : `${this.makeOf(model).name} `}${model.name}`
    )
  }

  #addMake(make: Make) {
    for (const name of [make.name, make.nameAr, make.slug, ...make.aliases]) {
      const key = foldWords(name ?? '')
      if (key && !this.#makes.has(key)) this.#makes.set(key, make)
    }
  }

  #addModel(model: Model, names: string[]) {
    // Codes in brackets, as in `Ibiza IV (6J)`, may be left out.
    const bare = { ...model, name: model.name.replace(/\([^()]*\)/g, ' ').trim() || model.name }
    for (const name of [...names, ...modelNames(bare)]) {
      const key = foldWords(name)
      if (key) this.#models.set(key, (this.#models.get(key) ?? new Set()).add(model))
    }
  }
}

/** Names closest to a text: at most half of their letters differ. */
export function nearest<Named>(
  text: string,
  names: Iterable<[string, Named]>,
  nameOf: (named: Named) => string
): string[] {
  const folded = foldWords(text)
  const most = Math.ceil(folded.length / 2)
  const distances = new Map<string, number>()
  for (const [name, named] of names) {
    const distance = editDistance(folded, name, most)
    const shown = nameOf(named)
    if (distance <= most) distances.set(shown, Math.min(distance, distances.get(shown) ?? most))
  }
  return [...distances]
    .sort(([a, near], [b, far]) => near - far || a.localeCompare(b))
    .slice(0, SHOWN)
    .map(([name]) => name)
}
