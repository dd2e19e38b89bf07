import type { HttpContext } from '@adonisjs/core/http'
import { stockLevelsQuery } from '#app/inventory/stock_levels_query'
import { levelAnswer } from '#app/inventory/stock_transformer'
import { stockListValidator } from '#app/inventory/stock_validators'
import { DEFAULT_LIMIT } from '#app/platform/lists/default_limit'

export default class StockApiController {
  async index({ request }: HttpContext) {
    const { limit = DEFAULT_LIMIT, cursor, ...asked } = await stockListValidator.validate(request.qs())
    const { page, nextCursor } = await stockLevelsQuery(asked, limit, cursor)
    return { data: page.map(levelAnswer), meta: { limit, nextCursor } }
  }
}
