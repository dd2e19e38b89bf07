import vine from '@vinejs/vine'
import { id, integer, text } from '#app/platform/http/input'

export const vehicleSlugValidator = vine.create({ slug: text({ max: 200 }) })
export const vehicleTypeValidator = vine.create({ id: id() })
export const vinValidator = vine.create({ vin: text({ max: 40 }) })
export const garageValidator = vine.create({ vehicle: integer({ min: 1, max: 2_147_483_647 }) })
export const vinConfirmationValidator = vine.create({
  vehicleTypeId: integer({ min: 1, max: 2_147_483_647 }),
})
