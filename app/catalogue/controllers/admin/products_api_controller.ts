import type { HttpContext } from '@adonisjs/core/http'
import { adminProductListQuery, findProduct } from '#app/catalogue/admin_product_query'
import { adminProduct } from '#app/catalogue/admin_product_transformer'
import type Product from '#app/catalogue/product'
import {
  adminProductListValidator,
  productIdValidator,
  productPatchValidator,
  productValidator,
} from '#app/catalogue/product_validators'
import { createProduct, deleteProduct, updateProduct } from '#app/catalogue/write_product'
import { ifMatch } from '#app/platform/http/if_match'

/** The catalogue as staff programs read and write it. */
export default class ProductsApiController {
  async index({ request, auth }: HttpContext) {
    const query = await adminProductListValidator.validate(request.qs())
    const { page, meta } = await adminProductListQuery(query)
    return { data: page.map((product) => adminProduct(product, member(auth))), meta }
  }

  async show(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    return answer(ctx, await findProduct(id))
  }

  async store(ctx: HttpContext) {
    const input = await productValidator.validate(ctx.request.body())
    const product = await createProduct(input, { actor: member(ctx.auth).actor })
    ctx.response.status(201).header('Location', `/api/admin/products/${product.id}`)
    return answer(ctx, product)
  }

  async update(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const isWhole = ctx.request.method() === 'PUT'
    const validator = isWhole ? productValidator : productPatchValidator
    const input = await validator.validate(ctx.request.body())
    const acting = { actor: member(ctx.auth).actor }
    return answer(ctx, await updateProduct(id, input, acting, ifMatch(ctx)))
  }

  async destroy(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    await deleteProduct(id, { actor: member(ctx.auth).actor }, ifMatch(ctx))
    return ctx.response.noContent()
  }
}

const member = (auth: HttpContext['auth']) => auth.use('staffApi').getUserOrFail()

function answer({ auth, response }: HttpContext, product: Product) {
  response.header('ETag', `"${product.version}"`)
  return { data: adminProduct(product, member(auth)) }
}
