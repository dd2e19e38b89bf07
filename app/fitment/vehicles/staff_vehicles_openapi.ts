import vine from '@vinejs/vine'
import {
  aliasFormValidator,
  namedVehicleValidator,
  staffModelListValidator,
  staffVehicleListValidator,
  vehicleAliasValidator,
  vehicleIdValidator,
  vehicleNamesValidator,
  vehicleTypeInputValidator,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { count, one, page } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const text = () => vine.string()

const named = {
  id: count(),
  slug: text(),
  name: text(),
  nameAr: text().nullable(),
  version: count(),
  aliases: vine.array(vine.object({ id: count(), alias: text() })),
  types: count(),
}

const make = vine.object({ ...named, models: count() })

const model = vine.object({
  ...named,
  yearFrom: count(),
  yearTo: count().nullable(),
  make: vine.object({ id: count(), name: text(), nameAr: text().nullable() }),
})

const type = vine.object({
  id: count(),
  modelId: count(),
  name: text(),
  body: text(),
  fuel: text(),
  displacementCc: count().nullable(),
  powerKw: count().nullable(),
  engineCode: text(),
  producedFrom: text(),
  producedTo: text().nullable(),
  ktype: count().nullable(),
  version: count(),
  products: count(),
})

const vehicles = { tag: 'Vehicles (staff)', staff: true }
const single = { ...vehicles, params: vehicleIdValidator }
const renaming = {
  ...single,
  body: vehicleNamesValidator,
  problems: [400, 409, 412],
}
const typed = { ...single, body: vehicleTypeInputValidator, answer: one(type) }

describeRoutes({
  'admin.vehicle_api.makes.index': {
    ...vehicles,
    summary: 'Makes by name, or those that are called `q`',
    query: staffVehicleListValidator,
    answer: page(make),
  },
  'admin.vehicle_api.makes.show': { ...single, summary: 'A make', answer: one(make) },
  'admin.vehicle_api.makes.update': {
    ...renaming,
    summary: 'Rename a make; its address stays, its former name is understood. If-Match: version',
    answer: one(make),
  },
  'admin.vehicle_api.models.index': {
    ...vehicles,
    summary: 'Models by name, of one make or of all',
    query: staffModelListValidator,
    answer: page(model),
  },
  'admin.vehicle_api.models.show': { ...single, summary: 'A model', answer: one(model) },
  'admin.vehicle_api.models.update': {
    ...renaming,
    summary: 'Rename a model; its address stays, its former name is understood. If-Match: version',
    answer: one(model),
  },
  'admin.vehicle_api.types.index': {
    ...single,
    summary: 'The types of a model',
    query: pagingValidator,
    answer: page(type),
  },
  'admin.vehicle_api.types.store': {
    ...typed,
    summary: 'Add a type to a model; rules that speak of it reach it',
    problems: [409],
    status: 201,
  },
  'admin.vehicle_api.types.show': { ...single, summary: 'A vehicle type', answer: one(type) },
  'admin.vehicle_api.types.update': {
    ...typed,
    summary: 'Change a type; what rules say of it is made anew. If-Match: version',
    problems: [400, 409, 412],
  },
  'admin.vehicle_api.aliases.store': {
    ...vehicles,
    params: namedVehicleValidator,
    summary: 'One more name that customers call a make or a model',
    body: aliasFormValidator,
    status: 204,
  },
  'admin.vehicle_api.aliases.destroy': {
    ...vehicles,
    params: vehicleAliasValidator,
    summary: 'Take a name from a make or a model',
    status: 204,
  },
})
