import type { HttpContext } from '@adonisjs/core/http'
import { ifMatch } from '#app/platform/http/if_match'
import { ROWS } from '#app/platform/lists/rows'
import { priceListAnswer } from '#app/pricing/price_list_transformer'
import {
  priceListIdValidator,
  priceListsValidator,
  priceListValidator,
} from '#app/pricing/price_list_validators'
import { priceListRowQuery, priceListsQuery } from '#app/pricing/price_lists_query'
import { changePriceList, createPriceList, deletePriceList } from '#app/pricing/write_price_list'
import { actingStaff } from '#app/staff/acting_staff'

export default class PriceListsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await priceListsValidator.validate(request.qs())
    const { page, nextCursor } = await priceListsQuery(asked, limit, cursor)
    return { data: page.map(priceListAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await priceListIdValidator.validate(params)
    return { data: priceListAnswer(await priceListRowQuery(id)) }
  }

  async store(ctx: HttpContext) {
    const input = await priceListValidator.validate(ctx.request.body())
    const id = await createPriceList(input, actingStaff(ctx))
    ctx.response.status(201)
    return { data: priceListAnswer(await priceListRowQuery(id)) }
  }

  async update(ctx: HttpContext) {
    const { id } = await priceListIdValidator.validate(ctx.params)
    const input = await priceListValidator.validate(ctx.request.body())
    await changePriceList(id, input, { version: ifMatch(ctx), acting: actingStaff(ctx) })
    return this.show(ctx)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await priceListIdValidator.validate(ctx.params)
    await deletePriceList(id, { version: ifMatch(ctx), acting: actingStaff(ctx) })
    return ctx.response.noContent()
  }
}
