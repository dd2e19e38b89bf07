import vine from '@vinejs/vine'
import { confirmedVinValidator } from '#app/fitment/vehicles/staff_vehicle_validators'
import { FITS } from '#app/fitment/verdicts_query'
import {
  garageValidator,
  vehicleSlugValidator,
  vehicleTypeValidator,
  vinConfirmationValidator,
  vinValidator,
} from '#app/fitment/vehicles/vehicle_validators'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { count, one, page, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const text = () => vine.string()
const make = { slug: text(), name: text() }
const model = {
  slug: text(),
  name: text(),
  chassisCodes: vine.array(text()),
  yearFrom: count(),
  yearTo: count().nullable(),
}
const type = {
  id: count(),
  name: text(),
  body: text(),
  fuel: text(),
  displacementCc: count().nullable(),
  powerKw: count().nullable(),
  powerHp: count().nullable(),
  engineCode: text().nullable(),
  from: text(),
  to: text().nullable(),
}
/** A type with its model and make, in an answer. */
export const typeInFull = {
  ...type,
  make: vine.object(make),
  model: vine.object(model),
  label: text(),
}

/** A vehicle that a product fits, in an answer. */
export const fitment = {
  vehicle: vine.object(typeInFull),
  fit: vine.enum(FITS),
  position: text().nullable(),
  quantity: count().nullable(),
  condition: text().nullable(),
}

const tag = 'Vehicles'
const garage = {
  tag: 'Garage',
  answer: one(vine.object({ token: text(), vehicles: vine.array(vine.object(typeInFull)) })),
}
const list = { tag, tagged: true, query: pagingValidator }

describeRoutes({
  'vehicles.makes': { ...list, summary: 'Makes by name', answer: page(vine.object(make)) },
  'vehicles.models': {
    ...list,
    summary: 'Models of a make, by name and year',
    params: vehicleSlugValidator,
    answer: page(vine.object(model)),
  },
  'vehicles.types': {
    ...list,
    summary: 'Types of a model: engine, power, body',
    params: vehicleSlugValidator,
    answer: page(vine.object(type)),
  },
  'vehicles.type': {
    tag,
    tagged: true,
    summary: 'A vehicle type',
    params: vehicleTypeValidator,
    answer: one(vine.object(typeInFull)),
  },
  'vehicles.vin': {
    tag,
    tagged: true,
    summary: 'What a VIN tells; the check digit is information, never a reason to refuse',
    params: vinValidator,
    answer: one(
      vine.object({
        vin: text(),
        wmi: text(),
        modelYears: vine.array(count()),
        checkDigit: vine.object({ given: text(), computed: text(), isRight: truth() }),
        make: vine.object(make).nullable(),
        vehicles: vine.array(vine.object({ ...typeInFull, confirmations: count() })),
      })
    ),
  },
  'garage.index': { ...garage, summary: 'The cars of a guest, by X-Garage-Token' },
  'garage.store': {
    ...garage,
    summary: 'Add a car; the token of the answer holds the new garage',
    body: garageValidator,
    status: 201,
  },
  'garage.destroy': {
    ...garage,
    summary: 'Take a car out',
    params: vehicleTypeValidator,
  },
  'products.fitments': {
    tag: 'Products',
    tagged: true,
    summary: 'The vehicles that a product fits',
    params: vehicleSlugValidator,
    query: pagingValidator,
    answer: page(vine.object(fitment)),
  },
  'admin.vins.confirmations.store': {
    tag: 'Vehicles (staff)',
    staff: true,
    summary: 'Tell which vehicle a VIN belongs to; it answers for every VIN that begins alike',
    params: vinValidator,
    body: vinConfirmationValidator,
    status: 204,
  },
  'admin.vins.confirmations.destroy': {
    tag: 'Vehicles (staff)',
    staff: true,
    summary:
      'Take back which vehicle a VIN, and every VIN that begins alike, was said to belong to',
    params: confirmedVinValidator,
    status: 204,
  },
})
