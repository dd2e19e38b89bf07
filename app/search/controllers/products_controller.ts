import type { HttpContext } from '@adonisjs/core/http'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'
import { verdictsQuery } from '#app/fitment/verdicts_query'
import { sendCached, sendFresh } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { DEFAULT_LIMIT } from '#app/platform/lists/default_limit'
import { facetsQuery } from '#app/search/lists/facets_query'
import { facets } from '#app/search/lists/facets_transformer'
import { listItem } from '#app/search/lists/listing_transformer'
import {
  productFacetsValidator,
  productListValidator,
  type ProductListQuery,
} from '#app/search/lists/product_filters'
import { productListQuery } from '#app/search/lists/product_list_query'
import { recordUnmetSearch } from '#app/search/unmet_demand'
import type { Locale } from '#app/platform/http/locale'

/** Seconds. A change of the catalogue ends an answer at once: age only bounds what is kept. */
const TTL = 60
const TAGS = ['catalogue', 'vehicles', 'words']

/** Lists of products and what they can be narrowed down by. */
export default class ProductsController {
  async index(ctx: HttpContext) {
    const query = await productListValidator.validate(ctx.request.qs())
    await expectVehicleType(query.vehicle)
    const locale = localeOf(ctx)
    // Whether a part fits somebody's car is never inside an answer that is kept for all.
    if (query.cursor || query.vehicle) return sendFresh(ctx, await page(query, locale))
    const key = cacheKey('products', query, locale)
    return sendCached(ctx, { key, tags: TAGS, ttl: TTL }, () => page(query, locale))
  }

  async facets(ctx: HttpContext) {
    const query = await productFacetsValidator.validate(ctx.request.qs())
    await expectVehicleType(query.vehicle)
    const locale = localeOf(ctx)
    const key = cacheKey('facets', query, locale)
    return sendCached(ctx, { key, tags: TAGS, ttl: TTL }, async () => ({
      data: facets(await facetsQuery(query), query, locale),
    }))
  }
}

const NARROWS_NOTHING = new Set(['q', 'vehicle', 'sortBy', 'sortOrder', 'limit'])

/** What further filters leave nothing of is not missing in the shop. */
const asksForWordsAlone = (query: ProductListQuery): query is ProductListQuery & { q: string } =>
  query.q !== undefined &&
  Object.entries(query).every(([name, value]) => value === undefined || NARROWS_NOTHING.has(name))

async function page(query: ProductListQuery, locale: Locale) {
  const { rows, nextCursor, taxonomy } = await productListQuery(query)
  if (rows.length === 0 && asksForWordsAlone(query)) {
    await recordUnmetSearch(query.q, query.vehicle)
  }
  const ids = rows.map(({ id }) => id)
  const verdicts = query.vehicle ? await verdictsQuery(ids, query.vehicle) : undefined
  return {
    data: rows.map((row) => listItem(row, taxonomy, locale, verdicts?.get(row.id))),
    meta: { limit: query.limit ?? DEFAULT_LIMIT, nextCursor },
  }
}
