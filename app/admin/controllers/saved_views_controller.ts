import type { HttpContext } from '@adonisjs/core/http'
import { savedViewIdValidator, savedViewValidator } from '#app/admin/list_validators'
import { deleteView, saveView } from '#app/platform/lists/saved_view'
import { actingStaff } from '#app/staff/acting_staff'

/** Lists with their filters under a name. */
export default class SavedViewsController {
  async store(ctx: HttpContext) {
    const { shared, query, ...view } = await ctx.request.validateUsing(savedViewValidator)
    const kept = { ...view, query: query ?? '', isShared: shared === '1' }
    const { id, search } = await saveView(kept, actingStaff(ctx))
    ctx.session.flash('done', { key: 'lists.view_saved', data: { name: view.name } })
    const address = new URLSearchParams(search)
    address.set('saved', String(id))
    return ctx.response.seeOther(`/admin/${view.page}?${address}`)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await savedViewIdValidator.validate(ctx.params)
    const { page } = await deleteView(id, actingStaff(ctx))
    ctx.session.flash('done', 'lists.view_deleted')
    return ctx.response.seeOther(`/admin/${page}`)
  }
}
