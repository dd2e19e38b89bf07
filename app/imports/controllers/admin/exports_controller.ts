import type { HttpContext } from '@adonisjs/core/http'
import { expectViewRight } from '#app/catalogue/products/expect_view_right'
import { exportValidator } from '#app/imports/import_validators'
import { streamProducts } from '#app/imports/products/stream_products'
import { staffOf } from '#app/staff/acting_staff'

/** The catalogue as a file that an import takes back unchanged. */
export default class ExportsController {
  async index(ctx: HttpContext) {
    const { sort, order, ...filter } = await exportValidator.validate(ctx.request.qs())
    expectViewRight(ctx, filter)
    const withCosts = staffOf(ctx).may('costs:read')
    const file = await streamProducts({ filter, sort, order, withCosts })
    const { response } = ctx
    response.header('Content-Type', 'text/csv; charset=utf-8')
    response.header('Content-Disposition', 'attachment; filename="catalogue.csv"')
    response.header('X-Content-Type-Options', 'nosniff')
    return response.stream(file)
  }
}
