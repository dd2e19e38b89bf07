import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { readableEntries } from '#app/platform/audit/readable_entries'
import { recordHistoryQuery } from '#app/platform/audit/record_history_query'
import { mayOf } from '#app/staff/acting_staff'

/** What happened to a product: who changed what, when and why. */
export default class HistoriesController {
  async show(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const product = await findProduct(id)
    const reader = { i18n: ctx.i18n, may: mayOf(ctx) }
    const entries = await readableEntries(await recordHistoryQuery('products', id), reader)
    return ctx.view.render('admin/products/history', { product, entries })
  }
}
