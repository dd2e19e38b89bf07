import type { Make, Model, VehicleType } from '#app/fitment/vehicles/vehicle_catalogue'
import { ANY_ENGINE, type EngineScope, enginesCalled } from '#app/imports/fitments/engines'
import { isPlace, positionOf } from '#app/imports/fitments/positions'
import type { VehicleNames } from '#app/imports/fitments/vehicle_names'
import { FUEL_WORDS } from '#app/imports/vehicles/fuel_words'
import { knownWord } from '#app/imports/vehicles/known_word'
import { kilowatts } from '#app/fitment/fleet/vehicle_types'
import { isYear, takeYears, type Years } from '#app/imports/vehicles/years'
import { foldWords } from '#app/platform/text/fold_words'
import { normaliseNumber } from '#app/references/normalise'

/** What a text such as `Clio IV, 1.5 dCi, 2012–2019, avec ABS` says. */
export type Application = {
  make?: Make
  models: Model[]
  engines?: EngineScope[]
  years: Years
  position: string
  /** Words that are none of these, as written: what the fitment is subject to. */
  condition: string
}

type Word = { folded: string; token: number }

const MOST_ENGINE_WORDS = 4
/** Words that say nothing: `fits`, `pour`, `moteur`. */
const FILLERS = new Set(
  'fits fit for pour vehicle vehicule vehicules voiture moteur engine motor annee annees year years modele model de du des et and type gen generation'.split(
    ' '
  )
)
const POWER = /(?<![\d.])(\d{2,3})\s*(kw|ch|cv|hp|ps|bhp)(?![\p{L}\d])/iu
const DISPLACEMENT = /(?<![\d.])(\d{3,5})\s*(?:cm3|cm³|cc|ccm)(?![\p{L}\d])/iu

/** Reads a text from its years over make and model to the engine; each takes its words away. */
export function readApplication(text: string, names: VehicleNames, givenMake?: Make): Application {
  return new Scan(text, names, givenMake).read()
}

class Scan {
  #years: Years
  #kw: number | null = null
  #cc: number | null = null
  #fuel = ''
  #tokens: string[]
  #words: Word[]

  constructor(
    text: string,
    private names: VehicleNames,
    private make?: Make
  ) {
    const { years, rest } = takeYears(text)
    this.#years = years
    const measured = this.#takeMeasures(rest)
    this.#tokens = measured
      .replace(/(\d),(\d)/g, '$1.$2')
      .split(/[\s,;()[\]]+/)
      .filter(Boolean)
    this.#words = this.#tokens.flatMap((token, index) =>
      foldWords(token)
        .split(' ')
        .filter(Boolean)
        .map((folded) => ({ folded, token: index }))
    )
  }

  read(): Application {
    this.#takeMake()
    const named = this.#takeModels()
    const models = this.#takeChassis(named)
    this.make ??= onlyMake(models, this.names)
    this.#takeSingleYear()
    const engines = this.#takeEngines(models)
    const position = this.#takePosition()
    this.#words = this.#words.filter(({ folded }) => !FILLERS.has(folded))
    const left = new Set(this.#words.map(({ token }) => token))
    const condition = this.#tokens.filter((_, token) => left.has(token)).join(' ')
    return { make: this.make, models, engines, years: this.#years, position, condition }
  }

  #takeMeasures(text: string): string {
    const power = POWER.exec(text)
    if (power) {
      const value = Number(power[1])
      this.#kw = /kw/i.test(power[2]) ? value : kilowatts(value)
    }
    const displacement = DISPLACEMENT.exec(text)
    if (displacement) this.#cc = Number(displacement[1])
    return text.replace(POWER, ' ').replace(DISPLACEMENT, ' ')
  }

  #takeMake() {
    for (let start = 0; start < this.#words.length; start++) {
      const found = this.names.findMake(this.#folded, start)
      if (!found || (this.make && found.make !== this.make)) continue
      this.make = found.make
      this.#words.splice(start, found.length)
      return
    }
  }

  #takeModels(): Model[] {
    for (let start = 0; start < this.#words.length; start++) {
      const found = this.names.findModels(this.#folded, start, this.make)
      if (!found) continue
      this.#words.splice(start, found.length)
      return found.models
    }
    return []
  }

  /** `(BH_)` after a name tells which of several generations is meant. */
  #takeChassis(models: Model[]): Model[] {
    for (const [at, { folded }] of this.#words.entries()) {
      const code = normaliseNumber(folded)
      const built = models.filter(({ chassisCodes }) =>
        chassisCodes.some((known) => code !== '' && normaliseNumber(known) === code)
      )
      if (!built.length) continue
      this.#words.splice(at, 1)
      return built
    }
    return models
  }

  #takeSingleYear() {
    if (this.#years.from ?? this.#years.to) return
    const at = this.#words.findIndex(({ folded }) => isYear(folded))
    if (at < 0) return
    const year = Number(this.#words[at].folded)
    this.#years = { from: year, to: year }
    this.#words.splice(at, 1)
  }

  #takeEngines(models: Model[]): EngineScope[] | undefined {
    const types = models.length ? this.names.typesOf(models) : this.#typesOfMake()
    const named = this.#takeEngine(types)
    this.#takeFuel()
    const own = { fuel: this.#fuel, kw: this.#kw, cc: this.#cc }
    if (!named && !own.fuel && own.kw === null && own.cc === null) return undefined
    return (named ?? [ANY_ENGINE]).map((scope) => ({
      engine: scope.engine,
      fuel: scope.fuel || own.fuel,
      kw: own.kw ?? scope.kw,
      cc: own.cc ?? scope.cc,
    }))
  }

  #takeEngine(types: VehicleType[]): EngineScope[] | undefined {
    for (let length = MOST_ENGINE_WORDS; length > 0; length--) {
      for (let start = 0; start + length <= this.#words.length; start++) {
        const scopes = enginesCalled(this.#folded.slice(start, start + length), types)
        if (!scopes) continue
        this.#words.splice(start, length)
        return scopes
      }
    }
  }

  #takeFuel() {
    const at = this.#words.findIndex(
      ({ folded }) => folded.length > 2 && knownWord(folded, FUEL_WORDS)
    )
    if (at < 0) return
    this.#fuel = knownWord(this.#words[at].folded, FUEL_WORDS) ?? ''
    this.#words.splice(at, 1)
  }

  #takePosition(): string {
    const places = this.#words.filter(({ folded }) => isPlace(folded))
    this.#words = this.#words.filter(({ folded }) => !isPlace(folded))
    return places.length ? positionOf(places.map(({ folded }) => folded).join(' ')) : ''
  }

  #typesOfMake(): VehicleType[] {
    return this.make ? this.names.typesOfMake(this.make) : []
  }

  get #folded(): string[] {
    return this.#words.map(({ folded }) => folded)
  }
}

function onlyMake(models: Model[], names: VehicleNames): Make | undefined {
  const makes = new Set(models.map((model) => names.makeOf(model)))
  return makes.size === 1 ? [...makes][0] : undefined
}
