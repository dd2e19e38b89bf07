import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { orderListValidator } from '#app/orders/desk/desk_validators'
import { EXPORT_COLUMNS, exportedOrders } from '#app/orders/desk/export_orders'
import { sendCsv } from '#app/platform/http/send_csv'
import { filtersOf } from '#app/platform/lists/filters_of'
import { csvOf } from '#app/platform/tabular/write_table'

/** The orders of a list as a file. */
export default class OrderExportsController {
  async index({ request, response }: HttpContext) {
    const { cursor, limit, ...asked } = await filtersOf(orderListValidator, request.qs())
    const rows = csvOf(EXPORT_COLUMNS, exportedOrders(asked))
    return sendCsv(response, 'commandes.csv', Readable.from(rows))
  }
}
