import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPurchases } from '#start/middleware'

const { Orders, OrderCancellations, OrderTrackings } = controllers.orders

router
  .group(() => {
    router.post('/track', [OrderTrackings, 'store']).as('track').use(forPurchases('auth'))
    router.get('/:number', [Orders, 'show']).as('show').use(forPurchases('read'))
    router
      .post('/:number/cancellation', [OrderCancellations, 'store'])
      .as('cancel')
      .use(forPurchases('write'))
  })
  .prefix('/api/v1/orders')
  .as('orders')
