import vine from '@vinejs/vine'
import { id, key, paging } from '#app/platform/http/input'

export const proposalListValidator = vine.create({
  supplierId: id().optional(),
  ...paging(),
})
export const proposalIdsValidator = vine.create({
  ids: vine.array(key()).minLength(1).maxLength(200),
})
export const proposalIdsForm = vine.create({ ids: vine.array(id()).minLength(1).maxLength(200) })
