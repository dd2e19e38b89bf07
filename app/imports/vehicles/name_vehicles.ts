import { slugify } from '#app/catalogue/products/product_slug'
import type { Make, Model, VehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { foldWords } from '#app/platform/text/fold_words'

/** A make and a model as a file writes them, with the years in which it has them built. */
export type NamedModel = {
  make: string
  model: string | null
  from: number | null
  to: number | null
}

export type Slugs = { makeSlug: string; modelSlug: string | null }

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

/** Gives makes and models the address of what they mean: one that is known under any of its names, or a new one. */
export class VehicleNaming {
  #makes = new Map<string, Make>()

  constructor(private vehicles: VehicleCatalogue) {
    for (const make of vehicles.makes.values()) {
      for (const name of [make.slug, make.name, make.nameAr, ...make.aliases]) {
        const key = foldWords(name ?? '')
        if (key && !this.#makes.has(key)) this.#makes.set(key, make)
      }
    }
  }

  /** An empty address means that a new make or model has no Latin letter or digit to make one of. */
  slugsOf({ make: written, model, from, to }: NamedModel): Slugs {
    const make = this.#makes.get(foldWords(written))
    const makeSlug = make?.slug ?? latinSlug(written)
    if (model === null) return { makeSlug, modelSlug: null }
    const known = make && this.#findModel(make, model, from, to)
    const own = latinSlug(model) && slugify(`${make?.name ?? written} ${plainNumbers(model)}`)
    return { makeSlug, modelSlug: known?.slug ?? own }
  }

  /** By its whole name; else by the name without codes or by an alias, when only one model was built then. */
  #findModel(make: Make, name: string, from: number | null, to: number | null): Model | undefined {
    const models = this.vehicles.modelsOf(make)
    const whole = models.find((model) => namesOf(model).some((known) => key(known) === key(name)))
    if (whole) return whole
    const built = models.filter(
      ({ yearFrom, yearTo }) => yearFrom <= (to ?? Infinity) && (yearTo ?? Infinity) >= (from ?? 0)
    )
    const bare = built.filter((model) => key(withoutCodes(model.name)) === key(withoutCodes(name)))
    if (bare.length === 1) return bare[0]
    const aliased = built.filter(({ aliases }) => aliases.some((alias) => key(alias) === key(name)))
    return aliased.length === 1 ? aliased[0] : undefined
  }
}

const latinSlug = (name: string) => (/[\p{Script=Latin}\d]/u.test(name) ? slugify(name) : '')

const namesOf = ({ name, nameAr }: Model) => (nameAr ? [name, nameAr] : [name])

const withoutCodes = (name: string) => name.replace(/\([^()]*\)/g, ' ')

/** `Clio IV` and `clio 4` are one name. */
const key = (name: string) => foldWords(plainNumbers(name))

function plainNumbers(name: string): string {
  return name.replace(/(?<=\s)[IVX]{1,5}(?=\s|$)/g, (numeral) => {
    const place = ROMAN.indexOf(numeral.toLowerCase())
    return place < 0 ? numeral : String(place + 1)
  })
}
