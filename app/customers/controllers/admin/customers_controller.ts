import type { HttpContext } from '@adonisjs/core/http'
import CustomerAddress from '#app/customers/customer_address'
import { loginsOfCustomers } from '#app/customers/customer_logins'
import { customerRowQuery, customersQuery } from '#app/customers/customers_query'
import { customerIdValidator, customerListValidator } from '#app/customers/desk_validators'
import { ownGarage } from '#app/customers/own_garage'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { typeDetail } from '#app/fitment/vehicles/vehicle_transformer'
import { readableEntries } from '#app/platform/audit/readable_entries'
import { recordHistoryQuery } from '#app/platform/audit/record_history_query'
import { localeOf } from '#app/platform/http/locale'
import { filtersOf } from '#app/platform/lists/filters_of'
import { customerGroupsQuery } from '#app/pricing/customer_groups_query'
import { mayOf } from '#app/staff/acting_staff'
import { shownPhone } from '#app/tunisia/phone'

const LIMIT = 50
const words = { shownPhone }

/** Who buys under a name. */
export default class CustomersController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(customerListValidator, request.qs())
    const [{ page, nextCursor }, groups] = await Promise.all([
      customersQuery(asked, LIMIT, cursor),
      customerGroupsQuery(),
    ])
    const list = { customers: page, asked, groups, nextCursor, cursor }
    return view.render('admin/customers/index', { ...words, ...list })
  }

  async show(ctx: HttpContext) {
    const { id } = await customerIdValidator.validate(ctx.params)
    const customer = await customerRowQuery(id)
    const [groups, addresses, cars, vehicles, logins, history] = await Promise.all([
      customerGroupsQuery(),
      CustomerAddress.query().where('customerId', id).orderBy('id', 'desc'),
      ownGarage(id),
      vehicleCatalogue(),
      loginsOfCustomers.list(id),
      recordHistoryQuery('customers', id),
    ])
    const garage = cars.flatMap((car) => typeDetail(car, vehicles, localeOf(ctx)) ?? [])
    const entries = await readableEntries(history, { i18n: ctx.i18n, may: mayOf(ctx) })
    const sheet = { customer, groups, addresses, garage, logins, entries }
    return ctx.view.render('admin/customers/show', { ...words, ...sheet })
  }
}
