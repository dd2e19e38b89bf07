import type { HttpContext } from '@adonisjs/core/http'
import { countView } from '#app/catalogue/product_views'
import { taxonomy } from '#app/catalogue/taxonomy'
import { verdictsQuery } from '#app/fitment/verdicts_query'
import { sendCached, sendFresh } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { type Locale, localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { productQuery } from '#app/storefront/product_query'
import { productPage } from '#app/storefront/product_transformer'
import { productPageValidator, slugValidator } from '#app/storefront/slug_validator'

/** Seconds. A change of the catalogue ends an answer at once: age only bounds what is kept. */
const TTL = 300

export default class ProductsController {
  async show(ctx: HttpContext) {
    const { slug } = await slugValidator.validate(ctx.params)
    const { vehicle } = await productPageValidator.validate(ctx.request.qs())
    const locale = localeOf(ctx)
    countView(slug)
    if (vehicle) return sendFresh(ctx, { data: await pageFor(vehicle, slug, locale) })
    const key = cacheKey('product', { slug }, locale)
    return sendCached(ctx, { key, tags: ['catalogue'], ttl: TTL }, async () => {
      const product = await findProduct(slug)
      return { data: productPage(product, await taxonomy(), locale) }
    })
  }
}

/** The page of somebody who has chosen a car: whether the part fits it, and on which condition. */
async function pageFor(vehicle: number, slug: string, locale: Locale) {
  const product = await findProduct(slug)
  const verdicts = await verdictsQuery([product.id], vehicle)
  return productPage(product, await taxonomy(), locale, verdicts.get(product.id))
}

async function findProduct(slug: string) {
  const product = await productQuery(slug)
  if (!product) throw notFound('product')
  return product
}
