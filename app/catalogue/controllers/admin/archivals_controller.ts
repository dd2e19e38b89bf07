import type { HttpContext } from '@adonisjs/core/http'
import { archiveProduct, restoreProduct } from '#app/catalogue/products/archive_product'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** Taking a product out of the shop, and back in. */
export default class ArchivalsController {
  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const { sku } = await archiveProduct(id, actingStaff(ctx))
    ctx.session.flash('done', { key: 'products.archived', data: { sku } })
    ctx.session.flash('undo', `/admin/products/${id}/restoration`)
    return ctx.response.seeOther('/admin/products')
  }

  async destroy(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    await restoreProduct(id, actingStaff(ctx))
    ctx.session.flash('done', 'products.restored')
    return ctx.response.seeOther(`/admin/products/${id}`)
  }
}
