import vine from '@vinejs/vine'
import { id, text } from '#app/platform/http/input'

export const remittanceUploadValidator = vine.create({
  carrier: text({ max: 60 }),
  document: text({ max: 60 }),
})
export const remittanceLineValidator = vine.create({ id: id(), lineId: id() })
