import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { BODIES, FUELS } from '#app/fitment/vehicles/vehicle_words'
import { digits, id, paging, text, version } from '#app/platform/http/input'

export const staffVehicleListValidator = vine.create({
  q: text({ max: 200 }).optional(),
  ...paging(),
})

/** `make` is the key of one. */
export const staffModelListValidator = vine.create({
  q: text({ max: 200 }).optional(),
  make: id().optional(),
  ...paging(),
})

/** The page of a VIN: what somebody typed, and the make and model of the vehicle that it may be. */
export const staffVinValidator = vine.create({
  vin: text({ max: 40 }).optional(),
  make: text({ max: 200 }).optional(),
  model: text({ max: 200 }).optional(),
})
/** A VIN and the vehicle that it is said to be. */
export const confirmedVinValidator = vine.create({ vin: text({ max: 40 }), vehicleTypeId: id() })

export const vehicleIdValidator = vine.create({ id: id() })

/** What of the fleet has other names. */
export const ALIASED = ['makes', 'models'] as const
const named = { kind: vine.enum(ALIASED), id: id() }
export const namedVehicleValidator = vine.create(named)
export const vehicleAliasValidator = vine.create({ ...named, aliasId: id() })
export const aliasFormValidator = vine.create({ alias: text({ max: 100 }) })

const month = () => text({ max: 7 }).regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/)

/** The names of a make or a model. */
const names = {
  name: text({ max: 100 }),
  nameAr: text({ max: 100 }).nullable().optional(),
}
export const vehicleNamesValidator = vine.create({ ...names, name: names.name.clone().optional() })
export const vehicleNamesFormValidator = vine.create({ ...names, version: version().optional() })

/** A vehicle type; months are `2012-09`. */
const type = {
  name: text({ max: 120 }),
  body: vine.enum(BODIES),
  fuel: vine.enum(FUELS),
  displacementCc: digits({ min: 1, max: 20_000 }).nullable().optional(),
  powerKw: digits({ min: 1, max: 2_000 }).nullable().optional(),
  engineCode: text({ max: 40 }).nullable().optional(),
  producedFrom: month(),
  producedTo: month().nullable().optional(),
  ktype: digits({ min: 1, max: 2_147_483_647 }).nullable().optional(),
}
export const vehicleTypeInputValidator = vine.create(type)
export const vehicleTypeFormValidator = vine.create({ ...type, version: version().optional() })

export type NamedVehicle = Infer<typeof namedVehicleValidator>
export type VehicleNames = Infer<typeof vehicleNamesValidator>
export type VehicleNamesForm = Infer<typeof vehicleNamesFormValidator>
export type VehicleTypeInput = Infer<typeof vehicleTypeInputValidator>
export type VehicleTypeForm = Infer<typeof vehicleTypeFormValidator>
