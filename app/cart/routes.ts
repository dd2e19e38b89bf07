import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPurchases } from '#start/middleware'

const { Carts, CartItems } = controllers.cart

router
  .group(() => {
    router.get('/', [Carts, 'show']).as('show').use(forPurchases('read'))
    router.delete('/', [Carts, 'destroy']).as('destroy').use(forPurchases('write'))
    router.post('/items', [CartItems, 'store']).as('items.store').use(forPurchases('write'))
    router.put('/items/:sku', [CartItems, 'update']).as('items.update').use(forPurchases('write'))
    router
      .delete('/items/:sku', [CartItems, 'destroy'])
      .as('items.destroy')
      .use(forPurchases('write'))
  })
  .prefix('/api/v1/cart')
  .as('cart')
