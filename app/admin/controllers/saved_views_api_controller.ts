import type { HttpContext } from '@adonisjs/core/http'
import {
  listValidator,
  programViewValidator,
  savedViewIdValidator,
} from '#app/admin/list_validators'
import { deleteView, savedViewsQuery, saveView } from '#app/platform/lists/saved_view'
import { wholeList } from '#app/platform/lists/whole_list'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** Lists with their filters under a name, one's own and shared ones, for programs. */
export default class SavedViewsApiController {
  async index(ctx: HttpContext) {
    const { page } = await listValidator.validate(ctx.request.qs())
    return wholeList(await savedViewsQuery(page, staffOf(ctx).actor))
  }

  async store(ctx: HttpContext) {
    const input = await programViewValidator.validate(ctx.request.body())
    const { query = '', isShared = false, ...view } = input
    const { id } = await saveView({ ...view, query, isShared }, actingStaff(ctx))
    ctx.response.status(201)
    return { data: { id } }
  }

  async destroy(ctx: HttpContext) {
    const { id } = await savedViewIdValidator.validate(ctx.params)
    await deleteView(id, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
