import vine from '@vinejs/vine'
import { digits } from '#app/platform/http/input'

export const priceAlarmIdValidator = vine.create({ id: digits({ min: 1 }) })
