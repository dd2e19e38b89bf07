import type { HttpContext } from '@adonisjs/core/http'
import { importListQuery, importQuery } from '#app/imports/runs/import_list_query'
import { importPage, listed } from '#app/imports/runs/import_page'
import {
  GROUPS,
  importIdValidator,
  importListValidator,
  uploadValidator,
} from '#app/imports/import_validators'
import { wordingOf } from '#app/imports/runs/import_wording'
import { receiveFile } from '#app/imports/files/receive_file'
import { refusedWith } from '#app/imports/refused_with'
import { expectedList, hiddenFrom, importableBy } from '#app/imports/right_to_list'
import { uploadedFile } from '#app/platform/files/uploaded_file'
import { ROWS } from '#app/platform/lists/rows'
import { activeSuppliers } from '#app/purchasing/suppliers_query'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** Lists from suppliers: those that were imported, and the way to import one. */
export default class ImportsController {
  async index(ctx: HttpContext) {
    const { request, view } = ctx
    const { group, limit = ROWS, cursor } = await importListValidator.validate(request.qs())
    const states = group && [...GROUPS[group]]
    const { page, meta } = await importListQuery(limit, states, cursor, hiddenFrom(staffOf(ctx)))
    const rows = page.map(listed)
    return view.render('admin/imports/index', { rows, meta, group, cursor })
  }

  async create(ctx: HttpContext) {
    const suppliers = await activeSuppliers()
    const entities = importableBy(staffOf(ctx))
    const chosen = entities.find((entity) => entity === ctx.request.qs().entity)
    return ctx.view.render('admin/imports/create', { entities, chosen, suppliers })
  }

  async store(ctx: HttpContext) {
    return refusedWith(ctx, '/admin/imports/new', async () => {
      const { supplier, entity: told } = await ctx.request.validateUsing(uploadValidator)
      const entity = expectedList(staffOf(ctx), told)
      const id = await receiveFile(uploadedFile(ctx), { entity, supplier }, actingStaff(ctx))
      return ctx.response.seeOther(`/admin/imports/${id}/columns`)
    })
  }

  /** The page; its living part alone when it reads itself again. */
  async show(ctx: HttpContext) {
    const { id } = await importIdValidator.validate(ctx.params)
    const page = importPage(await importQuery(id), staffOf(ctx))
    const isFragment = ctx.request.header('x-fragment') === 'live'
    return ctx.view.render(isFragment ? 'admin/imports/live' : 'admin/imports/show', {
      ...page,
      ...wordingOf(ctx.i18n),
    })
  }
}
