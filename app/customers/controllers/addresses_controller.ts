import type { HttpContext } from '@adonisjs/core/http'
import { localeOf } from '#app/platform/http/locale'
import { wholeList } from '#app/platform/lists/whole_list'
import { addressValidator } from '#app/tunisia/address'
import { readAddress } from '#app/tunisia/read_address'
import { addressIdValidator } from '#app/customers/account_validators'
import { actingAs, customerOf } from '#app/customers/acting_customer'
import CustomerAddress from '#app/customers/customer_address'
import { addressAnswer } from '#app/customers/customer_transformer'
import { addAddress, addressOf, changeAddress, removeAddress } from '#app/customers/write_address'

/** Where a customer has parts sent. */
export default class AddressesController {
  async index(ctx: HttpContext) {
    const own = CustomerAddress.query().where('customerId', customerOf(ctx).id)
    const addresses = await own.orderBy('id', 'desc')
    return wholeList(addresses.map((address) => addressAnswer(address, localeOf(ctx))))
  }

  async show(ctx: HttpContext) {
    const { id } = await addressIdValidator.validate(ctx.params)
    return { data: addressAnswer(await addressOf(customerOf(ctx).id, id), localeOf(ctx)) }
  }

  async store(ctx: HttpContext) {
    const address = readAddress(await addressValidator.validate(ctx.request.body()))
    const customer = customerOf(ctx)
    ctx.response.status(201)
    const added = await addAddress(customer.id, address, actingAs(customer, ctx))
    return { data: addressAnswer(added, localeOf(ctx)) }
  }

  async update(ctx: HttpContext) {
    const { id } = await addressIdValidator.validate(ctx.params)
    const address = readAddress(await addressValidator.validate(ctx.request.body()))
    const customer = customerOf(ctx)
    const changed = await changeAddress(customer.id, id, address, actingAs(customer, ctx))
    return { data: addressAnswer(changed, localeOf(ctx)) }
  }

  async destroy(ctx: HttpContext) {
    const { id } = await addressIdValidator.validate(ctx.params)
    const customer = customerOf(ctx)
    await removeAddress(customer.id, id, actingAs(customer, ctx))
    return ctx.response.noContent()
  }
}
