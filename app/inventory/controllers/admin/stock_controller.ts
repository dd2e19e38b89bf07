import type { HttpContext } from '@adonisjs/core/http'
import {
  locationsQuery,
  productStockQuery,
  STOCK_GROUPS,
  stockLevelsQuery,
} from '#app/inventory/stock_levels_query'
import { stockMovementsQuery } from '#app/inventory/stock_movements_query'
import { ADJUSTMENTS } from '#app/inventory/adjust_stock'
import { stockIdValidator, stockListValidator } from '#app/inventory/stock_validators'
import { filtersOf } from '#app/platform/lists/filters_of'

const LIMIT = 50

/** What there is, where, and what happened to it. */
export default class StockController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(stockListValidator, request.qs())
    const { page, nextCursor } = await stockLevelsQuery(asked, LIMIT, cursor)
    return view.render('admin/stock/index', {
      ...{ levels: page, asked, groups: STOCK_GROUPS, nextCursor, cursor },
    })
  }

  async show({ params, request, view }: HttpContext) {
    const { id } = await stockIdValidator.validate(params)
    const { cursor } = await filtersOf(stockListValidator, request.qs())
    const [stock, places, moves] = await Promise.all([
      productStockQuery(id),
      locationsQuery(),
      stockMovementsQuery(id, LIMIT, cursor),
    ])
    return view.render('admin/stock/show', {
      ...{ ...stock, places, kinds: ADJUSTMENTS, cursor },
      ...{ movements: moves.page, nextCursor: moves.nextCursor },
    })
  }
}
