import type { HttpContext } from '@adonisjs/core/http'
import { chooseColumns } from '#app/imports/files/choose_columns'
import { choicesOf, columnsPage } from '#app/imports/files/columns_page'
import { importQuery } from '#app/imports/runs/import_list_query'
import { columnsValidator, importIdValidator } from '#app/imports/import_validators'
import { wordingOf } from '#app/imports/runs/import_wording'
import { refusedWith } from '#app/imports/refused_with'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** What the columns of an uploaded file are. */
export default class ImportColumnsController {
  async edit(ctx: HttpContext) {
    const { params, view, response, i18n } = ctx
    const { id } = await importIdValidator.validate(params)
    const run = await importQuery(id)
    if (!run.layout || !['uploaded', 'checked'].includes(run.state)) {
      return response.redirect().toPath(`/admin/imports/${id}`)
    }
    return view.render('admin/imports/columns', {
      ...columnsPage(run, run.layout, staffOf(ctx).may('costs:read')),
      ...wordingOf(i18n),
    })
  }

  async store(ctx: HttpContext) {
    const { id } = await importIdValidator.validate(ctx.params)
    const page = `/admin/imports/${id}`
    return refusedWith(ctx, `${page}/columns`, async () => {
      const input = await ctx.request.validateUsing(columnsValidator)
      const choices = choicesOf(await importQuery(id), input)
      const isBegun = await chooseColumns(id, choices, actingStaff(ctx))
      if (!isBegun) ctx.session.flash('done', 'imports.read_again')
      return ctx.response.seeOther(isBegun ? page : `${page}/columns`)
    })
  }
}
