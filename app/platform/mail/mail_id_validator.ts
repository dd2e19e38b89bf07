import vine from '@vinejs/vine'
import { digits } from '#app/platform/http/input'

export const mailIdValidator = vine.create({ id: digits({ min: 1 }) })
