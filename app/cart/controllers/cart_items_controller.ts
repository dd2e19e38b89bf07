import type { HttpContext } from '@adonisjs/core/http'
import { sendCart } from '#app/cart/send_cart'
import { cartTokenOf } from '#app/cart/cart_token'
import {
  itemQuantityValidator,
  itemSkuValidator,
  newItemValidator,
} from '#app/cart/cart_validators'
import { addToCart, changeQuantity, removeFromCart } from '#app/cart/write_cart'
import { notFound } from '#app/platform/http/problem'

export default class CartItemsController {
  async store(ctx: HttpContext) {
    const item = await newItemValidator.validate(ctx.request.body())
    const token = await addToCart(cartTokenOf(ctx), item)
    ctx.response.status(201)
    return sendCart(ctx, token)
  }

  async update(ctx: HttpContext) {
    const { sku } = await itemSkuValidator.validate(ctx.params)
    const { quantity } = await itemQuantityValidator.validate(ctx.request.body())
    const token = expectToken(ctx)
    await changeQuantity(token, sku, quantity)
    return sendCart(ctx, token)
  }

  async destroy(ctx: HttpContext) {
    const { sku } = await itemSkuValidator.validate(ctx.params)
    const token = expectToken(ctx)
    await removeFromCart(token, sku)
    return sendCart(ctx, token)
  }
}

function expectToken(ctx: HttpContext): string {
  const token = cartTokenOf(ctx)
  if (!token) throw notFound('item')
  return token
}
