import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPages, forReads } from '#start/middleware'

const { OrderPageCancellations, OrderPages, Products } = controllers.storefront

router
  .group(() => {
    router.get('/products/:slug', [Products, 'show']).as('products.show')
  })
  .prefix('/api/v1')
  .use(forReads)

router
  .group(() => {
    router.get('/', [OrderPages, 'show']).as('show')
    router.post('/cancellation', [OrderPageCancellations, 'store']).as('cancel')
  })
  .prefix('/orders/:number')
  .as('order_pages')
  .use(forPages)
