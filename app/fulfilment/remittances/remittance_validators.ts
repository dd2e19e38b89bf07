import vine from '@vinejs/vine'
import { id, paging, text } from '#app/platform/http/input'

export const remittanceListValidator = vine.create({
  limit: paging.limit(),
  cursor: paging.cursor(),
})
export const remittanceUploadValidator = vine.create({
  carrier: text({ max: 60 }),
  document: text({ max: 60 }),
})
export const remittanceLineValidator = vine.create({ id: id(), lineId: id() })
