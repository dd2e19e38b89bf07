import type { HttpContext } from '@adonisjs/core/http'
import { importMoveValidator, startValidator } from '#app/imports/import_validators'
import { moveByStaff } from '#app/imports/runs/move_run'
import { refusedWith } from '#app/imports/refused_with'
import { actingStaff } from '#app/staff/acting_staff'

/** Starting, pausing, resuming, cancelling an import, and taking it back. */
export default class ImportMovesController {
  async store(ctx: HttpContext) {
    const { id, move } = await importMoveValidator.validate(ctx.params)
    const { confirmed = false } = await ctx.request.validateUsing(startValidator)
    const page = `/admin/imports/${id}`
    return refusedWith(ctx, page, async () => {
      await moveByStaff(id, move, actingStaff(ctx), confirmed)
      ctx.session.flash('done', `imports.moved_${move}`)
      return ctx.response.seeOther(page)
    })
  }
}
