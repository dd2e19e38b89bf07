import type { HttpContext } from '@adonisjs/core/http'
import { taxonomy } from '#app/catalogue/taxonomy'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'
import { verdictsQuery } from '#app/fitment/verdicts_query'
import { sendCached, sendFresh } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { type Locale, localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { ROWS } from '#app/platform/lists/rows'
import { equivalentsQuery } from '#app/search/references/equivalents_query'
import { listItem } from '#app/search/lists/listing_transformer'
import {
  equivalentListValidator,
  type EquivalentListQuery,
  productSlugValidator,
} from '#app/search/search_validators'

/** What may stand in for a product. */
export default class EquivalentsController {
  async index(ctx: HttpContext) {
    const { slug } = await productSlugValidator.validate(ctx.params)
    const query = await equivalentListValidator.validate(ctx.request.qs())
    const locale = localeOf(ctx)
    await expectVehicleType(query.vehicle)
    if (query.vehicle) return sendFresh(ctx, await page(slug, query, locale))
    const key = cacheKey('equivalents', { slug, ...query }, locale)
    const caching = { key, tags: ['catalogue'], ttl: 60 }
    return sendCached(ctx, caching, () => page(slug, query, locale))
  }
}

async function page(
  slug: string,
  { limit = ROWS, cursor, vehicle }: EquivalentListQuery,
  locale: Locale
) {
  const [found, known] = await Promise.all([equivalentsQuery(slug, limit, cursor), taxonomy()])
  if (!found) throw notFound('product')
  const ids = found.page.map(({ id }) => id)
  const verdicts = vehicle ? await verdictsQuery(ids, vehicle) : undefined
  return {
    data: found.page.map((row) => ({
      ...listItem(row, known, locale, verdicts?.get(row.id)),
      grade: row.grade,
      confidence: row.confidence,
      confirmed: row.isConfirmed,
      sharedNumbers: row.shared,
    })),
    meta: { limit, nextCursor: found.nextCursor },
  }
}
