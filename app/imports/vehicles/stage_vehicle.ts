import type { Fields } from '#app/imports/files/fields'
import { fuelOf, measured, powerOf } from '#app/imports/fitments/vehicle_words'
import { RowRejected, type StagingContext } from '#app/imports/import_target'
import { limitedText } from '#app/imports/files/values'
import { BODY_WORDS } from '#app/imports/vehicles/body_words'
import { knownWord } from '#app/imports/vehicles/known_word'
import { productionDay } from '#app/imports/vehicles/production_day'
import { takeYears } from '#app/imports/vehicles/years'
import { foldWords } from '#app/platform/text/fold_words'

const OF_A_TYPE = ['body', 'fuel', 'cc', 'kw', 'hp', 'engine_code', 'ktype']

/** A row of a list of vehicles: a make, a model, or a type of one. Throws `RowRejected`. */
export function stageVehicle(fields: Fields, context: StagingContext) {
  const make = fields.text('make')
  if (!make) throw new RowRejected('make: a vehicle needs one')
  const model = modelOf(fields, make)
  const type = fields.text('type') ?? fields.text('engine')
  if (!type && OF_A_TYPE.some((column) => fields.cell(column) !== undefined)) {
    throw new RowRejected('type: a vehicle needs a name, such as 1.5 dCi 90')
  }
  if (type && !model) throw new RowRejected('model: a vehicle needs one')
  const aliases = listOf(fields, 'aliases')
  return {
    make: limitedText('make', make, 100),
    make_ar: fields.text('make_ar'),
    make_aliases: model
      ? listOf(fields, 'make_aliases')
      : [...listOf(fields, 'make_aliases'), ...aliases],
    model: model && limitedText('model', model, 150),
    model_ar: fields.text('model_ar'),
    aliases: model ? aliases : [],
    chassis_codes: [...listOf(fields, 'chassis_codes'), ...codesIn(model)],
    ...datesOf(fields),
    ...(type && typeOf(fields, type, context)),
  }
}

function typeOf(fields: Fields, type: string, context: StagingContext) {
  const fuel = fields.text('fuel')
  const cc = fields.cell('cc')
  const ktype = fields.cell('ktype')
  return {
    type: limitedText('type', type, 150),
    type_folded: foldWords(type),
    body: bodyOf(fields),
    fuel: fuel === undefined ? undefined : fuelOf(fuel),
    cc: cc === undefined ? undefined : measured('cc', cc, context),
    kw: powerOf(fields, context),
    engine_code: fields.text('engine_code'),
    ktype: ktype === undefined ? undefined : measured('ktype', ktype, context, 2_147_483_647),
  }
}

/** Some lists repeat the make before the model. */
function modelOf(fields: Fields, make: string): string | undefined {
  const model = fields.text('model')
  if (!model) return undefined
  const bare = model.slice(make.length).trim()
  return bare && model.toLowerCase().startsWith(`${make.toLowerCase()} `) ? bare : model
}

function bodyOf(fields: Fields): string | undefined {
  const text = fields.text('body')
  if (text === undefined) return undefined
  const body = knownWord(text, BODY_WORDS)
  if (body) return body
  throw new RowRejected(`body: «${text}» is not one of ${Object.keys(BODY_WORDS).join(', ')}`)
}

function datesOf(fields: Fields) {
  const from = fields.text('from')
  const to = fields.text('to')
  const { years, rest } = takeYears(fields.text('year') ?? '')
  const single = /^\s*(\d{4})\s*$/.exec(rest)?.[1]
  const first = from ?? years.from?.toString() ?? single
  const last = to ?? years.to?.toString() ?? single
  const dates = {
    produced_from: first === undefined ? undefined : productionDay('from', first),
    produced_to: last === undefined ? undefined : productionDay('to', last),
  }
  if (dates.produced_from && dates.produced_to && dates.produced_to < dates.produced_from) {
    throw new RowRejected(`to: ${last} is before ${first}`)
  }
  return {
    ...dates,
    model_from: yearOf(fields, 'model_from', 'from'),
    model_to: yearOf(fields, 'model_to', 'to'),
  }
}

function yearOf(fields: Fields, column: string, end: 'from' | 'to'): number | undefined {
  const text = fields.text(column)
  const day = text === undefined ? undefined : productionDay(end, text)
  return day === undefined ? undefined : Number(day.slice(0, 4))
}

/** `BH` of `CLIO IV (BH_)`. */
const codesIn = (model = '') => {
  const code = /\(([A-Z\d][A-Z\d_/ ,-]{0,20})\)\s*$/.exec(model)?.[1]
  return code?.split(',').map((each) => each.trim().replaceAll('_', '')) ?? []
}

const listOf = (fields: Fields, column: string) =>
  (fields.text(column) ?? '')
    .split(/[|;,،\n]/)
    .map((name) => name.trim())
    .filter((name) => foldWords(name) !== '')
