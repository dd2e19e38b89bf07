import type { HttpContext } from '@adonisjs/core/http'
import { chooseColumns } from '#app/imports/files/choose_columns'
import { columnsAnswer } from '#app/imports/files/columns_answer'
import { importIdValidator, programColumnsValidator } from '#app/imports/import_validators'
import { importQuery } from '#app/imports/runs/import_list_query'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** What the columns of an uploaded file are, for programs. */
export default class ImportColumnsApiController {
  async show(ctx: HttpContext) {
    const { id } = await importIdValidator.validate(ctx.params)
    return { data: columnsAnswer(await importQuery(id), staffOf(ctx).may('costs:read')) }
  }

  async update(ctx: HttpContext) {
    const { id } = await importIdValidator.validate(ctx.params)
    const choices = await ctx.request.validateUsing(programColumnsValidator)
    const isBegun = await chooseColumns(id, { mapping: {}, ...choices }, actingStaff(ctx))
    ctx.response.status(isBegun ? 202 : 200)
    return this.show(ctx)
  }
}
