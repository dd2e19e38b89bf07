import type { VehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { makeItem, modelItem } from '#app/fitment/vehicles/vehicle_transformer'
import type { Locale } from '#app/platform/http/locale'

type Chosen = { make?: string; model?: string }

/** The makes, the models of the one that was chosen, the vehicles and engines of what was chosen; each by its slug. */
export function vehicleChoice(
  { make: slug, model: modelSlug }: Chosen,
  vehicles: VehicleCatalogue,
  locale: Locale
) {
  const make = slug ? vehicles.makeBySlug.get(slug) : undefined
  const models = make ? vehicles.modelsOf(make) : []
  const model = models.find((one) => one.slug === modelSlug)
  const types = (model ? [model] : models).flatMap((one) => vehicles.typesOf(one))
  return {
    make: make && makeItem(make, locale),
    model: model && modelItem(model, locale),
    makes: [...vehicles.makes.values()].map((one) => makeItem(one, locale)),
    models: models.map((one) => modelItem(one, locale)),
    types: model ? types : [],
    engines: [...new Set(types.map(({ engineCode }) => engineCode).filter(Boolean))].sort(),
  }
}
