import type { HttpContext } from '@adonisjs/core/http'
import { activityItem } from '#app/admin/audit_transformer'
import { auditLogQuery } from '#app/platform/audit/audit_log_query'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { mayOf } from '#app/staff/acting_staff'

/** What happened last. */
export default class ActivityApiController {
  async index(ctx: HttpContext) {
    const asked = await pagingValidator.validate(ctx.request.qs())
    const { limit = ROWS, cursor } = asked
    const { page, nextCursor } = await auditLogQuery({}, limit, cursor)
    const may = mayOf(ctx)
    return { data: page.map((entry) => activityItem(entry, may)), meta: { limit, nextCursor } }
  }
}
