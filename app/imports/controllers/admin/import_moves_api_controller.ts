import type { HttpContext } from '@adonisjs/core/http'
import { importQuery } from '#app/imports/runs/import_list_query'
import { importDetail } from '#app/imports/runs/import_transformer'
import { importMoveValidator } from '#app/imports/import_validators'
import { moveByStaff } from '#app/imports/runs/move_run'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** Starting, pausing, resuming, cancelling an import, and taking it back, for programs. */
export default class ImportMovesApiController {
  async store(ctx: HttpContext) {
    const { id, move } = await importMoveValidator.validate(ctx.params)
    await moveByStaff(id, move, actingStaff(ctx))
    ctx.response.status(202)
    return { data: importDetail(await importQuery(id), staffOf(ctx)) }
  }
}
