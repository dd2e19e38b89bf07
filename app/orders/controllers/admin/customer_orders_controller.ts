import type { HttpContext } from '@adonisjs/core/http'
import { customerIdValidator } from '#app/customers/desk_validators'
import { customerRowQuery } from '#app/customers/customers_query'
import { filtersOf } from '#app/platform/lists/filters_of'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { ageOf } from '#app/orders/desk/age_of'
import { customerOrdersQuery } from '#app/orders/buyers/customer_orders_query'

const LIMIT = 50

/** The orders of a customer, beside the sheet. */
export default class CustomerOrdersController {
  async index({ params, request, view }: HttpContext) {
    const { id } = await customerIdValidator.validate(params)
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const [customer, { page, nextCursor }] = await Promise.all([
      customerRowQuery(id),
      customerOrdersQuery(id, LIMIT, cursor),
    ])
    return view.render('admin/orders/of_customer', {
      ...{ customer, orders: page, nextCursor, cursor, ageOf },
    })
  }
}
