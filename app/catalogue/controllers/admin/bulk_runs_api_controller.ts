import type { HttpContext } from '@adonisjs/core/http'
import { valueValidator } from '#app/catalogue/bulk/bulk_change'
import { bulkEditDetail } from '#app/catalogue/bulk/bulk_edit_transformer'
import { findBulkEdit } from '#app/catalogue/bulk/find_bulk_edit'
import { startBulkEdit } from '#app/catalogue/bulk/start_bulk_edit'
import { actingStaff } from '#app/staff/acting_staff'

/** Carrying a change of many products out, for programs. */
export default class BulkRunsApiController {
  async store(ctx: HttpContext) {
    const edit = await findBulkEdit(ctx)
    const { value } = await valueValidator(edit.change.kind).validate(ctx.request.body())
    await startBulkEdit(edit.id, value, actingStaff(ctx))
    ctx.response.status(202)
    return { data: bulkEditDetail(await edit.refresh()) }
  }
}
