import type { HttpContext } from '@adonisjs/core/http'
import { telephoneFormValidator, unmetPageValidator } from '#app/search/search_validators'
import { recordTelephoneRequest, unmetDemandQuery } from '#app/search/unmet_demand'
import { filtersOf } from '#app/platform/lists/filters_of'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** What customers asked for and did not find; on the telephone the words alone are enough. */
export default class UnmetDemandController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(unmetPageValidator, request.qs())
    const { page, nextCursor } = await unmetDemandQuery(LIMIT, cursor)
    return view.render('admin/unmet_demand/index', {
      ...{ demands: page, nextCursor, cursor, asked },
    })
  }

  async store(ctx: HttpContext) {
    const { words, contact, note } = await ctx.request.validateUsing(telephoneFormValidator)
    const asked = { words, contact: contact ?? undefined, note: note ?? undefined }
    await recordTelephoneRequest(asked, actingStaff(ctx))
    ctx.session.flash('done', { key: 'unmet.recorded', data: { words } })
    return ctx.response.seeOther('/admin/unmet-demand')
  }
}
