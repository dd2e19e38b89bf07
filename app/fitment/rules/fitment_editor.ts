import { yearsOf } from '#app/fitment/rules/describe_rule'
import { fitmentRulesQuery, type ReachingRule } from '#app/fitment/rules/fitment_rules_query'
import { countVehicles, type FitmentRow, productFitmentsQuery } from '#app/fitment/fitments_query'
import { type VehicleCatalogue, vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { vehicleChoice } from '#app/fitment/vehicles/vehicle_choice'
import { makeItem, modelItem, typeDetail } from '#app/fitment/vehicles/vehicle_transformer'
import { FUELS, POSITIONS } from '#app/fitment/vehicles/vehicle_words'
import { inLocale, type Locale } from '#app/platform/http/locale'

const LIMIT = 50

type Asked = { cursor?: string; make?: string; model?: string }

/** What the page of a product's fitments shows, and what a new rule may be about. */
export async function fitmentEditor(productId: number, asked: Asked, locale: Locale) {
  const [vehicles, rules, fitments, count] = await Promise.all([
    vehicleCatalogue(),
    fitmentRulesQuery(productId),
    productFitmentsQuery(productId, LIMIT, asked.cursor),
    countVehicles(productId),
  ])
  return {
    rules: rules.map((rule) => ruleRow(rule, vehicles, locale)),
    fitments: fitments.page.map((row) => fitmentRow(row, vehicles, locale)),
    nextCursor: fitments.nextCursor,
    cursor: asked.cursor,
    count,
    fuels: FUELS,
    positions: POSITIONS,
    choice: vehicleChoice(asked, vehicles, locale),
  }
}

function ruleRow(rule: ReachingRule, vehicles: VehicleCatalogue, locale: Locale) {
  const make = makeItem(vehicles.makes.get(rule.makeId)!, locale).name
  const model = rule.modelId && vehicles.models.get(rule.modelId)
  return {
    ...rule,
    places: placesOf(rule.position),
    name: model ? `${make} ${modelItem(model, locale).name}` : make,
    years: yearsOf(rule),
    condition: inLocale(locale, rule.conditionFr, rule.conditionAr),
  }
}

/** The car and its engine apart: in Arabic each is read in its own direction. */
function fitmentRow(row: FitmentRow, vehicles: VehicleCatalogue, locale: Locale) {
  const type = typeDetail(row.typeId, vehicles, locale)
  return {
    ...row,
    places: placesOf(row.position),
    car: type ? `${type.make.name} ${type.model.name}` : String(row.typeId),
    engine: type?.name ?? '',
    condition: inLocale(locale, row.conditionFr, row.conditionAr),
  }
}

/** The names of a position: `front-left-lower` is one of the end and side, and one of how high it is. */
function placesOf(position: string): string[] {
  const known = POSITIONS.toReversed().find((place) => `${position}-`.startsWith(`${place}-`))
  const further = position.slice(known ? known.length : 0).split('-')
  return [known, ...further].flatMap((place) => (place ? [place.replaceAll('-', '_')] : []))
}
