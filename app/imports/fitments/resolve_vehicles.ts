import type { Make, Model, VehicleType } from '#app/fitment/vehicles/vehicle_catalogue'
import { type Application, readApplication } from '#app/imports/fitments/application_text'
import { ANY_ENGINE, type EngineScope, enginesCalled } from '#app/imports/fitments/engines'
import { nearest, type VehicleNames } from '#app/imports/fitments/vehicle_names'
import type { VehicleWords } from '#app/imports/fitments/vehicle_words'
import { RowRejected } from '#app/imports/import_target'
import type { Years } from '#app/imports/vehicles/years'
import { foldWords } from '#app/platform/text/fold_words'
import { normaliseNumber } from '#app/references/normalise'

/** One rule: a model, or a whole make with an engine. */
type RuleScope = EngineScope & {
  make: number
  model: number | null
  from: number | null
  to: number | null
  position: string
  condition: string
}

/** What the words of a row mean: rules to be kept and expanded, or types that are named outright. */
export type Resolution = { rules: RuleScope[]; types: number[] }

/** Throws `RowRejected` with the nearest known names when the words name no vehicle. */
export function resolveVehicles(words: VehicleWords, names: VehicleNames): Resolution {
  const make = words.make === undefined ? undefined : makeCalled(words.make, names)
  const texts = words.application?.split(/[|\n]/).filter((text) => text.trim()) ?? [
    words.model ?? '',
  ]
  if (!words.application && words.type) {
    const types = typesCalled(readModel(words, names, make), words.type, words, names)
    if (types.length) return { rules: [], types }
    throw unknownType(words, names, make)
  }
  if (!words.application && words.submodel)
    return resolveSubmodel(words, words.submodel, names, make)
  return { types: [], rules: texts.flatMap((text) => rulesOf(text.trim(), words, names, make)) }
}

function makeCalled(text: string, names: VehicleNames): Make {
  const words = foldWords(text).split(' ')
  const found = names.findMake(words)
  if (found?.length === words.length) return found.make
  throw new RowRejected(`make: «${text}» is unknown${like(names.nearestMakes(text))}`)
}

function rulesOf(text: string, words: VehicleWords, names: VehicleNames, make?: Make): RuleScope[] {
  const read = text ? readModels(text, words, names, make) : { ...NOTHING, make }
  const engines = enginesOf(read, words, names)
  const years = { ...read.years, ...words.years }
  const open = {
    from: years.from ?? null,
    to: years.to ?? null,
    position: read.position,
    condition: read.condition,
  }
  if (!read.models.length) {
    if (!read.make || engines.every(({ engine }) => engine === '')) {
      throw new RowRejected('a whole make is too much: name a model or an engine code')
    }
    return engines.map((engine) => ({ ...engine, make: read.make!.id, model: null, ...open }))
  }
  const models = builtIn(read.models, years)
  return models.flatMap((model) =>
    engines.map((engine) => ({ ...engine, make: model.makeId, model: model.id, ...open }))
  )
}

const NOTHING: Application = { models: [], years: {}, position: '', condition: '' }

function readModel(words: VehicleWords, names: VehicleNames, make?: Make): Model[] {
  if (!words.model) throw new RowRejected('model: a type needs the model it belongs to')
  const read = readModels(words.model, words, names, make)
  return builtIn(read.models, { ...read.years, ...words.years })
}

function readModels(
  text: string,
  words: VehicleWords,
  names: VehicleNames,
  make?: Make
): Application {
  const column = words.application ? 'application' : 'model'
  const read = readApplication(text, names, make)
  const makes = new Set(read.models.map(({ makeId }) => makeId))
  if (makes.size > 1) {
    const several = [...new Set(read.models.map((model) => names.makeOf(model).name))].join(', ')
    throw new RowRejected(`${column}: «${text}» may be of ${several}: name the make`)
  }
  const isWholeMake =
    column === 'application' && read.make && read.engines?.some(({ engine }) => engine)
  if (read.models.length || isWholeMake) return read
  const whose = read.make ? `${read.make.name} has no model` : 'names no known model:'
  throw new RowRejected(
    read.make
      ? `${column}: ${whose} «${text}»${like(names.nearestModels(text, read.make))}`
      : `${column}: «${text}» ${whose.slice(0, -1)}${like(names.nearestModels(text))}`
  )
}

/** Models built in these years. Throws when none was. */
function builtIn(models: Model[], { from, to }: Years): Model[] {
  const built = models.filter(
    ({ yearFrom, yearTo }) => yearFrom <= (to ?? Infinity) && (yearTo ?? Infinity) >= (from ?? 0)
  )
  if (built.length) return built
  const known = models.map(({ name, yearFrom, yearTo }) => `${name} ${yearFrom}–${yearTo ?? ''}`)
  throw new RowRejected(`years: ${from ?? ''}–${to ?? ''} is outside of ${known.join(', ')}`)
}

/** What columns say of the engine goes before what the text says. */
function enginesOf(read: Application, words: VehicleWords, names: VehicleNames): EngineScope[] {
  const named = words.engine ? engineCalled(words.engine, read, names) : read.engines
  return (named ?? [ANY_ENGINE]).map((scope) => ({
    engine: scope.engine,
    fuel: words.fuel ?? scope.fuel,
    kw: words.kw ?? scope.kw,
    cc: words.cc ?? scope.cc,
  }))
}

function engineCalled(
  text: string,
  { make, models }: Application,
  names: VehicleNames
): EngineScope[] {
  const types = models.length ? names.typesOf(models) : make ? names.typesOfMake(make) : []
  const known = enginesCalled(foldWords(text).split(' '), types)
  if (known) return known
  // A code that no vehicle has yet waits for one that does.
  if (/^[A-Z0-9][A-Z0-9 -]{1,11}$/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)) {
    return [{ ...ANY_ENGINE, engine: normaliseNumber(text) }]
  }
  throw new RowRejected(
    `engine: «${text}» is no engine of ${modelList(models, make)}${like(nearestTypes(text, types))}`
  )
}

/** Equipment that is no type of the model is what the fitment is subject to. */
function resolveSubmodel(
  words: VehicleWords,
  submodel: string,
  names: VehicleNames,
  make?: Make
): Resolution {
  const types = typesCalled(readModel(words, names, make), submodel, words, names)
  if (types.length) return { rules: [], types }
  const rules = rulesOf(words.model!.trim(), words, names, make)
  const condition = (own: string) => [submodel, own].filter(Boolean).join(' ')
  return { rules: rules.map((rule) => ({ ...rule, condition: condition(rule.condition) })), types }
}

function typesCalled(
  models: Model[],
  called: string,
  words: VehicleWords,
  names: VehicleNames
): number[] {
  const wanted = foldWords(called)
  const named = names
    .typesOf(models)
    .filter(
      (type) =>
        foldWords(type.name) === wanted &&
        (words.fuel === undefined || type.fuel === words.fuel) &&
        (words.kw === undefined || Math.abs((type.powerKw ?? words.kw) - words.kw) <= 1) &&
        (words.engine === undefined ||
          normaliseNumber(type.engineCode).startsWith(normaliseNumber(words.engine)))
    )
  return named.map(({ id }) => id)
}

function unknownType(words: VehicleWords, names: VehicleNames, make?: Make): RowRejected {
  const models = readModel(words, names, make)
  const known = nearestTypes(words.type!, names.typesOf(models))
  return new RowRejected(`type: ${modelList(models)} has no «${words.type}»${like(known)}`)
}

const nearestTypes = (text: string, types: VehicleType[]) =>
  nearest(
    text,
    types.map((type): [string, VehicleType] => [foldWords(type.name), type]),
    ({ name }) => name
  )

const modelList = (models: Model[], make?: Make) =>
  models.map(({ name }) => name).join(', ') || (make?.name ?? '')

const like = (names: string[]) => (names.length ? `; known are ${names.join(', ')}` : '')
