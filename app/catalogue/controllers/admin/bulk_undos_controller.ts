import type { HttpContext } from '@adonisjs/core/http'
import { findBulkEdit } from '#app/catalogue/bulk/find_bulk_edit'
import { startUndo } from '#app/catalogue/bulk/undo_bulk_edit'
import { actingStaff } from '#app/staff/acting_staff'

/** Taking a change of many products back. */
export default class BulkUndosController {
  async store(ctx: HttpContext) {
    const { id } = await findBulkEdit(ctx)
    await startUndo(id, actingStaff(ctx))
    return ctx.response.seeOther(`/admin/bulk-edits/${id}`)
  }
}
