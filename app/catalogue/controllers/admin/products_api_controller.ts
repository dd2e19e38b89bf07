import type { HttpContext } from '@adonisjs/core/http'
import { adminProductListQuery, findProduct } from '#app/catalogue/products/admin_product_query'
import { adminProduct, adminProducts } from '#app/catalogue/products/admin_product_transformer'
import { expectViewRight } from '#app/catalogue/products/expect_view_right'
import { expectPriceRights } from '#app/catalogue/prices/expect_price_rights'
import type Product from '#app/catalogue/products/product'
import {
  adminProductListValidator,
  productIdValidator,
  productPatchValidator,
  productValidator,
} from '#app/catalogue/products/product_validators'
import { createProduct, deleteProduct, updateProduct } from '#app/catalogue/products/write_product'
import { tellVersion } from '#app/platform/http/tell_version'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { ifMatch } from '#app/platform/http/if_match'

/** The catalogue as staff programs read and write it. */
export default class ProductsApiController {
  async index(ctx: HttpContext) {
    const query = await adminProductListValidator.validate(ctx.request.qs())
    expectViewRight(ctx, query)
    const { page, meta } = await adminProductListQuery(query)
    return { data: await adminProducts(page, staffOf(ctx)), meta }
  }

  async show(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    return answer(ctx, await findProduct(id))
  }

  async store(ctx: HttpContext) {
    const input = await productValidator.validate(ctx.request.body())
    expectPriceRights(ctx, input)
    const product = await createProduct(input, actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/products/${product.id}`)
    return answer(ctx, product)
  }

  async update(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const isWhole = ctx.request.method() === 'PUT'
    const validator = isWhole ? productValidator : productPatchValidator
    const input = await validator.validate(ctx.request.body())
    expectPriceRights(ctx, input)
    return answer(ctx, await updateProduct(id, input, actingStaff(ctx), ifMatch(ctx)))
  }

  async destroy(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    await deleteProduct(id, actingStaff(ctx), ifMatch(ctx))
    return ctx.response.noContent()
  }
}

async function answer(ctx: HttpContext, product: Product) {
  tellVersion(ctx.response, product)
  return { data: await adminProduct(product, staffOf(ctx)) }
}
