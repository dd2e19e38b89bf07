import type { HttpContext } from '@adonisjs/core/http'
import { countView } from '#app/catalogue/products/product_views'
import { taxonomy } from '#app/catalogue/taxonomy'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { verdictsQuery } from '#app/fitment/verdicts_query'
import { sendCached, sendFresh } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { type Locale, localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { type ProductPage, productQuery, successorQuery } from '#app/storefront/product_query'
import { productPage } from '#app/storefront/product_transformer'
import { relatedProducts } from '#app/storefront/related_products'
import { productPageValidator, slugValidator } from '#app/storefront/slug_validator'

/** Seconds. A change of the catalogue ends an answer at once: age only bounds what is kept. */
const TTL = 300

export default class ProductsController {
  async show(ctx: HttpContext) {
    const { slug } = await slugValidator.validate(ctx.params)
    const { vehicle } = await productPageValidator.validate(ctx.request.qs())
    await expectVehicleType(vehicle)
    const locale = localeOf(ctx)
    if (isLookedAt(ctx)) countView(slug)
    if (vehicle) {
      return sendFresh(ctx, { data: await pageOf(await findProduct(slug), locale, vehicle) })
    }
    const key = cacheKey('product', { slug }, locale)
    return sendCached(ctx, { key, tags: ['catalogue', 'vehicles'], ttl: TTL }, async () => {
      return { data: await pageOf(await findProduct(slug), locale) }
    })
  }
}

/** Nobody looks at what a browser or `cache:warm` fetches for later, nor at headers alone. */
const isLookedAt = ({ request }: HttpContext) =>
  request.method() === 'GET' && !request.header('sec-purpose')?.startsWith('prefetch')

/** @param vehicle the car of somebody who has chosen one: whether the parts fit it, and on which condition */
async function pageOf(product: ProductPage, locale: Locale, vehicle?: number) {
  const [successor, related, lists, vehicles] = await Promise.all([
    successorQuery(product),
    relatedProducts(product),
    taxonomy(),
    vehicleCatalogue(),
  ])
  const ids = [product, ...related].map(({ id }) => id)
  const verdicts = vehicle ? await verdictsQuery(ids, vehicle) : undefined
  return productPage(
    { product, successor, related, verdicts },
    { taxonomy: lists, vehicles, locale }
  )
}

async function findProduct(slug: string) {
  const product = await productQuery(slug)
  if (!product) throw notFound('product')
  return product
}
