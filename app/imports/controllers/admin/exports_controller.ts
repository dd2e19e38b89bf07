import type { HttpContext } from '@adonisjs/core/http'
import { expectViewRight } from '#app/catalogue/products/expect_view_right'
import { exportValidator } from '#app/imports/import_validators'
import { streamProducts } from '#app/imports/products/stream_products'
import { sendCsv } from '#app/platform/http/send_csv'
import { staffOf } from '#app/staff/acting_staff'

/** The catalogue as a file that an import takes back unchanged. */
export default class ExportsController {
  async index(ctx: HttpContext) {
    const { sort, order, ...filter } = await exportValidator.validate(ctx.request.qs())
    expectViewRight(ctx, filter)
    const withCosts = staffOf(ctx).may('costs:read')
    const file = await streamProducts({ filter, sort, order, withCosts })
    return sendCsv(ctx.response, 'catalogue.csv', file)
  }
}
