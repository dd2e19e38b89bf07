import type { HttpContext } from '@adonisjs/core/http'
import { brandListQuery, brandQuery } from '#app/catalogue/brands/brand_query'
import { brandDetail, brandItem } from '#app/catalogue/brands/brand_transformer'
import { brandValidator } from '#app/catalogue/catalogue_validators'
import { sendCached } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'

const CACHING = { tags: ['catalogue'], ttl: 60 }

export default class BrandsController {
  async index(ctx: HttpContext) {
    const query = await pagingValidator.validate(ctx.request.qs())
    const limit = query.limit ?? ROWS
    return sendCached(ctx, { ...CACHING, key: cacheKey('brands', query, '-') }, async () => {
      const { rows, nextCursor } = await brandListQuery(limit, query.cursor)
      return { data: rows.map(brandItem), meta: { limit, nextCursor } }
    })
  }

  async show(ctx: HttpContext) {
    const { slug } = await brandValidator.validate(ctx.params)
    const locale = localeOf(ctx)
    return sendCached(ctx, { ...CACHING, key: cacheKey('brand', { slug }, locale) }, async () => {
      const brand = await brandQuery(slug)
      if (!brand) throw notFound('brand')
      return { data: brandDetail(brand, locale) }
    })
  }
}
