import type { HttpContext } from '@adonisjs/core/http'
import { KINDS } from '#app/catalogue/bulk/bulk_change'
import BulkEdit from '#app/catalogue/bulk/bulk_edit'
import { bulkEditIdValidator } from '#app/catalogue/bulk/bulk_edit_validators'
import { expectListRight } from '#app/catalogue/products/expect_view_right'
import { expectAbility } from '#app/staff/expect_ability'

/** The change of many products that an address names, for whoever may make such a change. Throws 403, 404. */
export async function findBulkEdit(ctx: HttpContext): Promise<BulkEdit> {
  const { id } = await bulkEditIdValidator.validate(ctx.params)
  const edit = await BulkEdit.findOrFail(id)
  expectAbility(ctx, KINDS[edit.change.kind].ability)
  await expectListRight(ctx, edit.filter)
  return edit
}
