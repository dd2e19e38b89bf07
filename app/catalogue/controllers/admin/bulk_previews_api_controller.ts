import type { HttpContext } from '@adonisjs/core/http'
import { valueValidator } from '#app/catalogue/bulk/bulk_change'
import { bulkEditPage } from '#app/catalogue/bulk/bulk_edit_page'
import { findBulkEdit } from '#app/catalogue/bulk/find_bulk_edit'

/** What a change would make of the first products, for programs. */
export default class BulkPreviewsApiController {
  async show(ctx: HttpContext) {
    const edit = await findBulkEdit(ctx)
    const { value } = await valueValidator(edit.change.kind).validate(ctx.request.qs())
    const { total = edit.total, preview = [] } = await bulkEditPage(edit, value)
    const sample = preview.map(({ nameFr, nameAr, ...row }) => ({ ...row, name: nameFr }))
    return { data: { total, sample } }
  }
}
