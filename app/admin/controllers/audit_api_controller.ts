import type { HttpContext } from '@adonisjs/core/http'
import { auditItem } from '#app/admin/audit_transformer'
import { auditLogQuery } from '#app/platform/audit/audit_log_query'
import { auditLogValidator } from '#app/platform/audit/audit_log_validator'
import { ROWS } from '#app/platform/lists/rows'
import { mayOf } from '#app/staff/acting_staff'

/** Who did what, for programs. */
export default class AuditApiController {
  async index(ctx: HttpContext) {
    const { limit = ROWS, cursor, ...filters } = await auditLogValidator.validate(ctx.request.qs())
    const { page, nextCursor } = await auditLogQuery(filters, limit, cursor)
    return {
      data: page.map((entry) => auditItem(entry, mayOf(ctx))),
      meta: { limit, nextCursor },
    }
  }
}
