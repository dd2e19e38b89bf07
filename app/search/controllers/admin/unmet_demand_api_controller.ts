import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { telephoneRequestValidator } from '#app/search/search_validators'
import {
  recordTelephoneRequest,
  type UnmetDemand,
  unmetDemandQuery,
} from '#app/search/unmet_demand'
import { actingStaff } from '#app/staff/acting_staff'

/** What customers asked for and did not find. */
export default class UnmetDemandApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const { page, nextCursor } = await unmetDemandQuery(limit, cursor)
    return { data: page.map(item), meta: { limit, nextCursor } }
  }

  async store(ctx: HttpContext) {
    const asked = await telephoneRequestValidator.validate(ctx.request.body())
    ctx.response.status(201)
    return { data: item(await recordTelephoneRequest(asked, actingStaff(ctx))) }
  }
}

const item = ({ lastAskedAt, ...demand }: UnmetDemand) => ({
  ...demand,
  lastAskedAt: lastAskedAt.toISOString(),
})
