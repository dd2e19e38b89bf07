import type {
  Make,
  Model,
  VehicleCatalogue,
  VehicleType,
} from '#app/fitment/vehicles/vehicle_catalogue'
import { inLocale, type Locale } from '#app/platform/http/locale'

export const makeItem = (make: Make, locale: Locale) => ({
  slug: make.slug,
  name: inLocale(locale, make.name, make.nameAr),
})

export const modelItem = (model: Model, locale: Locale) => ({
  slug: model.slug,
  name: inLocale(locale, model.name, model.nameAr),
  chassisCodes: model.chassisCodes,
  yearFrom: model.yearFrom,
  yearTo: model.yearTo,
})

/** A type with everything that tells it from its neighbours; dates are days, open when still built. */
export const typeItem = (type: VehicleType) => ({
  id: type.id,
  name: type.name,
  body: type.body,
  fuel: type.fuel,
  displacementCc: type.displacementCc,
  powerKw: type.powerKw,
  powerHp: type.powerKw === null ? null : Math.round(type.powerKw * HP_PER_KW),
  engineCode: type.engineCode || null,
  from: type.producedFrom,
  to: type.producedTo,
})

/** Metric horsepower (75 kgf·m/s). */
const HP_PER_KW = 1.359_62

/** A type with its model and make, as `GET /vehicles/types/:id` tells it; undefined when there is none. */
export function typeDetail(id: number, vehicles: VehicleCatalogue, locale: Locale) {
  const described = vehicles.describe(id)
  if (!described) return undefined
  const { type, model, make } = described
  const [makeName, modelName] = [makeItem(make, locale), modelItem(model, locale)]
  return {
    ...typeItem(type),
    make: makeName,
    model: modelName,
    label: `${makeName.name} ${modelName.name} ${type.name}`,
  }
}
