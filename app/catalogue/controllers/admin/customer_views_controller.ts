import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { imagesQuery } from '#app/catalogue/images/images_query'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { numbersOfQuery } from '#app/references/numbers_of_query'

/** A product as customers see it: nothing of what is ours alone. */
export default class CustomerViewsController {
  async show({ params, view }: HttpContext) {
    const { id } = await productIdValidator.validate(params)
    const [product, images, numbers] = await Promise.all([
      findProduct(id),
      imagesQuery(id),
      numbersOfQuery(id),
    ])
    return view.render('admin/products/as_customer', { product, images, numbers })
  }
}
