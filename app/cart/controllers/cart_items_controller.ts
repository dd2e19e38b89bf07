import type { HttpContext } from '@adonisjs/core/http'
import { sendCart } from '#app/cart/send_cart'
import { cartKeyOf } from '#app/cart/cart_key'
import { cartQuery } from '#app/cart/cart_query'
import {
  itemQuantityValidator,
  itemSkuValidator,
  newItemValidator,
} from '#app/cart/cart_validators'
import { addToCart, changeQuantity, removeFromCart } from '#app/cart/write_cart'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'

export default class CartItemsController {
  async store(ctx: HttpContext) {
    const item = await newItemValidator.validate(ctx.request.body())
    await expectVehicleType(item.vehicle)
    const written = await addToCart(cartKeyOf(ctx), item)
    ctx.response.status(201)
    return sendCart(ctx, written)
  }

  async update(ctx: HttpContext) {
    const { sku } = await itemSkuValidator.validate(ctx.params)
    const { quantity } = await itemQuantityValidator.validate(ctx.request.body())
    return sendCart(ctx, await changeQuantity(cartKeyOf(ctx), sku, quantity))
  }

  async destroy(ctx: HttpContext) {
    const { sku } = await itemSkuValidator.validate(ctx.params)
    const key = cartKeyOf(ctx)
    await removeFromCart(key, sku)
    return sendCart(ctx, { key, cart: await cartQuery(key) })
  }
}
