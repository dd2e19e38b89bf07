import vine from '@vinejs/vine'
import { id, key, text } from '#app/platform/http/input'

export const vehicleSlugValidator = vine.create({ slug: text({ max: 200 }) })
export const vehicleTypeValidator = vine.create({ id: id() })
export const vinValidator = vine.create({ vin: text({ max: 40 }) })
export const garageValidator = vine.create({ vehicle: key() })
export const vinConfirmationValidator = vine.create({ vehicleTypeId: key() })
