import type { HttpContext } from '@adonisjs/core/http'
import { invalid } from '#app/platform/http/invalid'
import { backToSupplier } from '#app/purchasing/back_to_supplier'
import { productOfSku } from '#app/purchasing/product_of_sku'
import {
  offerFormValidator,
  offerPlaceValidator,
  supplierIdValidator,
} from '#app/purchasing/supplier_validators'
import { deleteOffer, writeOffer } from '#app/purchasing/write_offer'
import { actingStaff } from '#app/staff/acting_staff'

/** What a supplier asks for products, in the browser. */
export default class OffersController {
  async store(ctx: HttpContext) {
    const { id } = await supplierIdValidator.validate(ctx.params)
    const { sku, offerDays, ...asked } = await ctx.request.validateUsing(offerFormValidator)
    const productId = await productOfSku(sku)
    if (!productId) throw invalid('sku', 'exists', 'There is no product of this SKU')
    await writeOffer(
      { supplierId: id, productId },
      { ...asked, leadDays: offerDays },
      actingStaff(ctx)
    )
    return backToSupplier(ctx, id, 'suppliers.offer_saved')
  }

  async destroy(ctx: HttpContext) {
    const { id, productId } = await offerPlaceValidator.validate(ctx.params)
    await deleteOffer({ supplierId: id, productId }, actingStaff(ctx))
    return backToSupplier(ctx, id, 'suppliers.offer_gone')
  }
}
