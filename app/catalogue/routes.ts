import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forReads, forStaffApi } from '#start/middleware'

const { Brands, Categories, admin } = controllers.catalogue

router
  .group(() => {
    router.get('/brands', [Brands, 'index']).as('brands.index')
    router.get('/brands/:slug', [Brands, 'show']).as('brands.show')
    router.get('/categories', [Categories, 'index']).as('categories.index')
    router.get('/categories/*', [Categories, 'show']).as('categories.show')
  })
  .prefix('/api/v1')
  .use(forReads)

const reads = forStaffApi('products:read')
const writes = forStaffApi('products:write', 'write')

router
  .group(() => {
    const { ProductsApi, PriceChangesApi } = admin
    router.get('/', [ProductsApi, 'index']).as('index').use(reads)
    router.post('/', [ProductsApi, 'store']).as('store').use(writes)
    router.get('/:id', [ProductsApi, 'show']).as('show').use(reads)
    router.route('/:id', ['PUT', 'PATCH'], [ProductsApi, 'update']).as('update').use(writes)
    router.delete('/:id', [ProductsApi, 'destroy']).as('destroy').use(writes)
    router
      .get('/:id/price-history', [PriceChangesApi, 'index'])
      .as('price_changes.index')
      .use(reads)
    router
      .post('/:id/price-history', [PriceChangesApi, 'store'])
      .as('price_changes.store')
      .use(writes)
  })
  .prefix('/api/admin/products')
  .as('admin.products')
