import type { HttpContext } from '@adonisjs/core/http'
import { countView } from '#app/catalogue/product_views'
import { taxonomy } from '#app/catalogue/taxonomy'
import { sendCached } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { productQuery } from '#app/storefront/product_query'
import { productPage } from '#app/storefront/product_transformer'
import { slugValidator } from '#app/storefront/slug_validator'

/** Seconds. A change of the catalogue ends an answer at once: age only bounds what is kept. */
const TTL = 300

export default class ProductsController {
  async show(ctx: HttpContext) {
    const { slug } = await slugValidator.validate(ctx.params)
    const locale = localeOf(ctx)
    countView(slug)
    const key = cacheKey('product', { slug }, locale)
    return sendCached(ctx, { key, tags: ['catalogue'], ttl: TTL }, async () => {
      const product = await productQuery(slug)
      if (!product) throw notFound('product')
      return { data: productPage(product, await taxonomy(), locale) }
    })
  }
}
