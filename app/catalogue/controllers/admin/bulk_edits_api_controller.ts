import type { HttpContext } from '@adonisjs/core/http'
import { KINDS } from '#app/catalogue/bulk/bulk_change'
import BulkEdit from '#app/catalogue/bulk/bulk_edit'
import { bulkEditDetail, bulkEditItem } from '#app/catalogue/bulk/bulk_edit_transformer'
import { bulkChoiceValidator, bulkEditIdValidator } from '#app/catalogue/bulk/bulk_edit_validators'
import { bulkEditsQuery } from '#app/catalogue/bulk/bulk_edits_query'
import { proposeBulkEdit } from '#app/catalogue/bulk/start_bulk_edit'
import { expectListRight } from '#app/catalogue/products/expect_view_right'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff } from '#app/staff/acting_staff'
import { expectAbility } from '#app/staff/expect_ability'

/** Changes of many products, for programs: chosen, looked at, then carried out. */
export default class BulkEditsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const { page, nextCursor } = await bulkEditsQuery(limit, cursor)
    return { data: page.map(bulkEditItem), meta: { limit, nextCursor } }
  }

  async store(ctx: HttpContext) {
    const chosen = await bulkChoiceValidator.validate(ctx.request.body())
    expectAbility(ctx, KINDS[chosen.kind].ability)
    await expectListRight(ctx, chosen.filter ?? null)
    const { id } = await proposeBulkEdit(chosen, actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/bulk-edits/${id}`)
    return { data: bulkEditDetail(await BulkEdit.findOrFail(id)) }
  }

  async show({ params }: HttpContext) {
    const { id } = await bulkEditIdValidator.validate(params)
    return { data: bulkEditDetail(await BulkEdit.findOrFail(id)) }
  }
}
