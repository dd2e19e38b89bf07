import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPurchases } from '#start/middleware'

const { Carts, CartItems, Coupons } = controllers.cart

router
  .group(() => {
    router.get('/', [Carts, 'show']).as('show').use(forPurchases('read'))
    router.delete('/', [Carts, 'destroy']).as('destroy').use(forPurchases('write'))
    // Who tries codes is slowed down as who tries passwords is.
    router.post('/coupon', [Coupons, 'store']).as('coupon.store').use(forPurchases('auth'))
    router.delete('/coupon', [Coupons, 'destroy']).as('coupon.destroy').use(forPurchases('write'))
    router.post('/items', [CartItems, 'store']).as('items.store').use(forPurchases('write'))
    router.put('/items/:sku', [CartItems, 'update']).as('items.update').use(forPurchases('write'))
    router
      .delete('/items/:sku', [CartItems, 'destroy'])
      .as('items.destroy')
      .use(forPurchases('write'))
  })
  .prefix('/api/v1/cart')
  .as('cart')
