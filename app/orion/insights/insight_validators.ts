import vine from '@vinejs/vine'
import { INSIGHT_KINDS, INSIGHT_STATUSES } from '#app/orion/insights/insights_query'
import { id, paging } from '#app/platform/http/input'

export const insightListValidator = vine.create({
  kind: vine.enum(INSIGHT_KINDS).optional(),
  status: vine.enum(INSIGHT_STATUSES).optional(),
  ...paging(),
})
export const insightIdValidator = vine.create({ id: id() })
export const insightPatchValidator = vine.create({
  status: vine.enum(['done', 'dismissed'] as const),
})
