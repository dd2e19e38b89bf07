import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { withTypedAttributes } from '#app/catalogue/attributes/typed_attributes'
import { expectPriceRights } from '#app/catalogue/prices/expect_price_rights'
import { expectViewRight } from '#app/catalogue/products/expect_view_right'
import { productForm } from '#app/catalogue/products/product_form'
import { productFormValidator } from '#app/catalogue/products/product_form_validator'
import { productList } from '#app/catalogue/products/product_list'
import { productListValidator } from '#app/catalogue/products/product_list_validator'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { type Conflict, saveProductForm } from '#app/catalogue/products/save_product_form'
import { createProduct } from '#app/catalogue/products/write_product'
import { filtersOf } from '#app/platform/lists/filters_of'
import { listAddress } from '#app/platform/lists/list_address'
import { panelsFor } from '#app/platform/shell/navigation'
import { actingStaff, mayOf, staffOf } from '#app/staff/acting_staff'

/** The catalogue in the browser. */
export default class ProductsController {
  async index(ctx: HttpContext) {
    const query = await filtersOf(productListValidator, ctx.request.qs())
    expectViewRight(ctx, query)
    const list = await productList(query, staffOf(ctx))
    const search = ctx.request.parsedUrl.query ?? ''
    return ctx.view.render('admin/products/index', {
      ...list,
      search,
      link: listAddress(ctx.request.url(), search),
      exportLink: listAddress('/admin/products/export.csv', search),
    })
  }

  async create({ view }: HttpContext) {
    return view.render('admin/products/create', await productForm())
  }

  async store(ctx: HttpContext) {
    const { version, ...form } = await ctx.request.validateUsing(productFormValidator)
    expectPriceRights(ctx, form)
    const product = await createProduct(withTypedAttributes(form), actingStaff(ctx))
    ctx.session.flash('done', { key: 'products.created', data: { sku: product.sku } })
    return ctx.response.seeOther(`/admin/products/${product.id}`)
  }

  async show(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    return ctx.view.render('admin/products/show', await this.#sheet(ctx, id))
  }

  async update(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(productFormValidator)
    expectPriceRights(ctx, input)
    const conflict = await saveProductForm(id, input, actingStaff(ctx))
    if (conflict) {
      const sheet = await this.#sheet(ctx, id, conflict)
      return ctx.response.status(409).send(await ctx.view.render('admin/products/show', sheet))
    }
    ctx.session.flash('done', 'products.saved')
    return ctx.response.seeOther(`/admin/products/${id}`)
  }

  /** The sheet of a product, with what other features tell about it. */
  async #sheet(ctx: HttpContext, id: number, conflict?: Conflict) {
    const [form, panels] = await Promise.all([
      findProduct(id).then((product) => productForm(product, conflict)),
      panelsFor('products', id, mayOf(ctx), ctx.i18n),
    ])
    return { ...form, panels }
  }
}
