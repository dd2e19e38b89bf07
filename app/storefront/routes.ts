import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forReads } from '#start/middleware'

const { Products } = controllers.storefront

router
  .group(() => {
    router.get('/products/:slug', [Products, 'show']).as('products.show')
  })
  .prefix('/api/v1')
  .use(forReads)
