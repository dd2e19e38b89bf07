import type { ReachingRule } from '#app/fitment/rules/fitment_rules_query'
import type { FitmentRow } from '#app/fitment/fitments_query'
import type { VehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { typeDetail } from '#app/fitment/vehicles/vehicle_transformer'
import { inLocale, type Locale } from '#app/platform/http/locale'

/** A rule as staff programs see it: what was not said is null. */
export const ruleItem = (rule: ReachingRule, vehicles: VehicleCatalogue) => ({
  id: rule.id,
  make: vehicles.makes.get(rule.makeId)!.slug,
  model: rule.modelId === null ? null : vehicles.models.get(rule.modelId)!.slug,
  engineCode: rule.engineCode || null,
  fuel: rule.fuel || null,
  powerKw: rule.powerKw,
  displacementCc: rule.displacementCc,
  yearFrom: rule.yearFrom,
  yearTo: rule.yearTo,
  position: rule.position || null,
  quantity: rule.quantity,
  condition: rule.conditionFr || null,
  conditionAr: rule.conditionAr,
  vehicles: rule.vehicles,
})

/** A vehicle that a product fits; `isDirect` when it was said of the vehicle outright. */
export const fitmentItem = (row: FitmentRow, vehicles: VehicleCatalogue, locale: Locale) => ({
  vehicle: typeDetail(row.typeId, vehicles, locale),
  position: row.position || null,
  quantity: row.quantity,
  condition: row.conditionFr || null,
  conditionAr: row.conditionAr,
  isDirect: row.isDirect,
})

/** A vehicle that a product fits, as buyers read it. */
export const publicFitment = (row: FitmentRow, vehicles: VehicleCatalogue, locale: Locale) => ({
  vehicle: typeDetail(row.typeId, vehicles, locale),
  fit: row.conditionFr ? 'conditional' : 'fits',
  position: row.position || null,
  quantity: row.quantity,
  condition: row.conditionFr ? inLocale(locale, row.conditionFr, row.conditionAr) : null,
})
