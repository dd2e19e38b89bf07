import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forReads } from '#start/middleware'

const { Products } = controllers.search

router
  .group(() => {
    router.get('/products', [Products, 'index']).as('products.index')
    router.get('/products/facets', [Products, 'facets']).as('products.facets')
  })
  .prefix('/api/v1')
  .use(forReads)
