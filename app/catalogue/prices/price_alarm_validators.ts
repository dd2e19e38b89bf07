import vine from '@vinejs/vine'
import { digits, paging } from '#app/platform/http/input'

export const priceAlarmListValidator = vine.create({
  limit: paging.limit(),
  cursor: paging.cursor(),
})

export const priceAlarmIdValidator = vine.create({ id: digits({ min: 1 }) })
