import type { HttpContext } from '@adonisjs/core/http'
import { taxonomy } from '#app/catalogue/taxonomy'
import { sendCached } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { equivalentsQuery } from '#app/search/references/equivalents_query'
import { listItem } from '#app/search/lists/listing_transformer'
import { DEFAULT_LIMIT } from '#app/search/lists/product_list_query'
import { equivalentListValidator, productSlugValidator } from '#app/search/search_validators'

/** What may stand in for a product. */
export default class EquivalentsController {
  async index(ctx: HttpContext) {
    const { slug } = await productSlugValidator.validate(ctx.params)
    const { limit = DEFAULT_LIMIT, cursor } = await equivalentListValidator.validate(
      ctx.request.qs()
    )
    const locale = localeOf(ctx)
    const key = cacheKey('equivalents', { slug, limit, cursor }, locale)
    return sendCached(ctx, { key, tags: ['catalogue'], ttl: 60 }, async () => {
      const [found, known] = await Promise.all([equivalentsQuery(slug, limit, cursor), taxonomy()])
      if (!found) throw notFound('product')
      return {
        data: found.page.map((row) => ({
          ...listItem(row, known, locale),
          grade: row.grade,
          confidence: row.confidence,
          confirmed: row.isConfirmed,
          sharedNumbers: row.shared,
        })),
        meta: { limit, nextCursor: found.nextCursor },
      }
    })
  }
}
