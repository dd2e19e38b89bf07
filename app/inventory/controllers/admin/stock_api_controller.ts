import type { HttpContext } from '@adonisjs/core/http'
import { stockLevelsQuery } from '#app/inventory/stock_levels_query'
import { levelAnswer } from '#app/inventory/stock_transformer'
import { stockListValidator } from '#app/inventory/stock_validators'
import { ROWS } from '#app/platform/lists/rows'

export default class StockApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await stockListValidator.validate(request.qs())
    const { page, nextCursor } = await stockLevelsQuery(asked, limit, cursor)
    return { data: page.map(levelAnswer), meta: { limit, nextCursor } }
  }
}
