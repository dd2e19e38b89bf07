import type { HttpContext } from '@adonisjs/core/http'
import { categoryValidator } from '#app/catalogue/catalogue_validators'
import { currentCategorySlug } from '#app/catalogue/categories/category_slug'
import { categoryQuery } from '#app/catalogue/categories/category_query'
import { categoryTreeQuery } from '#app/catalogue/categories/category_tree_query'
import { sendCached } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { wholeList } from '#app/platform/lists/whole_list'

const CACHING = { tags: ['catalogue'], ttl: 60 }

export default class CategoriesController {
  async index(ctx: HttpContext) {
    const locale = localeOf(ctx)
    return sendCached(ctx, { ...CACHING, key: cacheKey('categories', {}, locale) }, async () =>
      wholeList(await categoryTreeQuery(locale))
    )
  }

  async show(ctx: HttpContext) {
    const { slug } = await categoryValidator.validate({ slug: ctx.params['*'].join('/') })
    const moved = await currentCategorySlug(slug)
    if (moved) {
      const redirect = ctx.response.redirect().status(301).withQs()
      return redirect.toPath(`/api/v1/categories/${moved}`)
    }

    const locale = localeOf(ctx)
    return sendCached(
      ctx,
      { ...CACHING, key: cacheKey('category', { slug }, locale) },
      async () => {
        const category = await categoryQuery(slug, locale)
        if (!category) throw notFound('category')
        return { data: category }
      }
    )
  }
}
