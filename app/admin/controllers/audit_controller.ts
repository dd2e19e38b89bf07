import type { HttpContext } from '@adonisjs/core/http'
import { auditFilterChoices } from '#app/admin/audit_filter_choices'
import { auditLogQuery } from '#app/platform/audit/audit_log_query'
import { auditLogValidator } from '#app/platform/audit/audit_log_validator'
import { readableEntries } from '#app/platform/audit/readable_entries'
import { filtersOf } from '#app/platform/lists/filters_of'
import { mayOf } from '#app/staff/acting_staff'

const PER_PAGE = 50

/** Who did what, for people. */
export default class AuditController {
  async index(ctx: HttpContext) {
    const { i18n, request, view } = ctx
    const {
      limit = PER_PAGE,
      cursor,
      ...filters
    } = await filtersOf(auditLogValidator, request.qs())
    const { page, nextCursor } = await auditLogQuery(filters, limit, cursor)
    return view.render('admin/audit/index', {
      ...{ filters, nextCursor, cursor },
      entries: await readableEntries(page, { i18n, may: mayOf(ctx) }),
      choices: await auditFilterChoices(filters, i18n),
    })
  }
}
