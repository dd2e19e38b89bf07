import type { HttpContext } from '@adonisjs/core/http'
import { bulkEditDetail } from '#app/catalogue/bulk/bulk_edit_transformer'
import { findBulkEdit } from '#app/catalogue/bulk/find_bulk_edit'
import { startUndo } from '#app/catalogue/bulk/undo_bulk_edit'
import { actingStaff } from '#app/staff/acting_staff'

/** Taking a change of many products back, for programs. */
export default class BulkUndosApiController {
  async store(ctx: HttpContext) {
    const edit = await findBulkEdit(ctx)
    await startUndo(edit.id, actingStaff(ctx))
    ctx.response.status(202)
    return { data: bulkEditDetail(await edit.refresh()) }
  }
}
