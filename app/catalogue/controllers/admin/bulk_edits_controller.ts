import type { HttpContext } from '@adonisjs/core/http'
import { KINDS, previewValidator, valueValidator } from '#app/catalogue/bulk/bulk_change'
import BulkEdit from '#app/catalogue/bulk/bulk_edit'
import { bulkEditPage } from '#app/catalogue/bulk/bulk_edit_page'
import { bulkEditIdValidator, bulkEditValidator } from '#app/catalogue/bulk/bulk_edit_validators'
import { bulkEditsQuery } from '#app/catalogue/bulk/bulk_edits_query'
import { findBulkEdit } from '#app/catalogue/bulk/find_bulk_edit'
import { proposeBulkEdit, startBulkEdit } from '#app/catalogue/bulk/start_bulk_edit'
import { expectListRight } from '#app/catalogue/products/expect_view_right'
import { filtersOf } from '#app/platform/lists/filters_of'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff } from '#app/staff/acting_staff'
import { expectAbility } from '#app/staff/expect_ability'

const LIMIT = 50

/** Changing many products at once: chosen in the list, looked at, then carried out. */
export default class BulkEditsController {
  async index({ request, view }: HttpContext) {
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const { page, nextCursor } = await bulkEditsQuery(LIMIT, cursor)
    return view.render('admin/bulk_edits/index', { edits: page, nextCursor, cursor })
  }

  async store(ctx: HttpContext) {
    const { kind, ids, all, filter } = await ctx.request.validateUsing(bulkEditValidator)
    expectAbility(ctx, KINDS[kind].ability)
    if (!all && !ids?.length) {
      ctx.session.flash('problem', 'bulk.nothing_chosen')
      return ctx.response.redirect().status(303).back()
    }
    await expectListRight(ctx, all ? (filter ?? null) : null)
    const chosen = all ? { kind, filter: filter ?? '' } : { kind, ids }
    const { id } = await proposeBulkEdit(chosen, actingStaff(ctx))
    return ctx.response.seeOther(`/admin/bulk-edits/${id}`)
  }

  async show(ctx: HttpContext) {
    const { request, view, params } = ctx
    const { id } = await bulkEditIdValidator.validate(params)
    const edit = await BulkEdit.findOrFail(id)
    await expectListRight(ctx, edit.filter)
    const { value } = await filtersOf(previewValidator(edit.change.kind), request.qs())
    return view.render('admin/bulk_edits/show', await bulkEditPage(edit, value))
  }

  /** Carries it out. */
  async update(ctx: HttpContext) {
    const { id, change } = await findBulkEdit(ctx)
    const { value } = await ctx.request.validateUsing(valueValidator(change.kind))
    await startBulkEdit(id, value, actingStaff(ctx))
    return ctx.response.seeOther(`/admin/bulk-edits/${id}`)
  }
}
