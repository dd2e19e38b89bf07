import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import {
  forReads,
  forStaffApi,
  forStaffApiUploads,
  forStaffPages,
  forStaffUploads,
} from '#start/middleware'

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
      .use(forStaffApi('prices:write', 'write'))
  })
  .prefix('/api/admin/products')
  .as('admin.products')

router
  .group(() => {
    const { ImagesApi, NumbersApi } = admin
    const uploads = forStaffApiUploads('products:write')
    router.get('/numbers', [NumbersApi, 'index']).as('numbers.index').use(reads)
    router.post('/numbers', [NumbersApi, 'store']).as('numbers.store').use(writes)
    router.delete('/numbers/:partId', [NumbersApi, 'destroy']).as('numbers.destroy').use(writes)
    router.get('/images', [ImagesApi, 'index']).as('images.index').use(reads)
    router.post('/images', [ImagesApi, 'store']).as('images.store').use(uploads)
    router.patch('/images/:partId', [ImagesApi, 'update']).as('images.update').use(writes)
    router.delete('/images/:partId', [ImagesApi, 'destroy']).as('images.destroy').use(writes)
  })
  .prefix('/api/admin/products/:id')
  .as('admin.products')

router
  .group(() => {
    const { BulkEditsApi, BulkPreviewsApi, BulkRunsApi, BulkUndosApi } = admin
    router.get('/', [BulkEditsApi, 'index']).as('index').use(forStaffApi('products:write'))
    router.post('/', [BulkEditsApi, 'store']).as('store').use(writes)
    router.get('/:id', [BulkEditsApi, 'show']).as('show').use(forStaffApi('products:write'))
    router
      .get('/:id/preview', [BulkPreviewsApi, 'show'])
      .as('preview')
      .use(forStaffApi('products:write'))
    router.post('/:id/run', [BulkRunsApi, 'store']).as('run').use(writes)
    router.post('/:id/undo', [BulkUndosApi, 'store']).as('undo').use(writes)
  })
  .prefix('/api/admin/bulk-edits')
  .as('admin.bulk_edit_api')

const opens = forStaffPages('products:read')
const edits = forStaffPages('products:write')

router
  .group(() => {
    const { Archivals, CustomerViews, Histories, Images, Numbers } = admin
    const { PriceChanges, Products, ProductStatuses } = admin
    router.get('/', [Products, 'index']).as('index').use(opens)
    router.get('/new', [Products, 'create']).as('create').use(edits)
    router.post('/', [Products, 'store']).as('store').use(edits)
    router.get('/:id', [Products, 'show']).as('show').use(opens)
    router.post('/:id', [Products, 'update']).as('update').use(edits)
    router.get('/:id/as-customer', [CustomerViews, 'show']).as('customer_view').use(opens)
    router.post('/:id/status', [ProductStatuses, 'update']).as('status').use(edits)
    router.post('/:id/archival', [Archivals, 'store']).as('archive').use(edits)
    router.post('/:id/restoration', [Archivals, 'destroy']).as('restore').use(edits)
    router.post('/:id/numbers', [Numbers, 'store']).as('numbers.store').use(edits)
    router
      .post('/:id/numbers/:partId/deletion', [Numbers, 'destroy'])
      .as('numbers.destroy')
      .use(edits)
    router
      .post('/:id/images', [Images, 'store'])
      .as('images.store')
      .use(forStaffUploads('products:write'))
    router.post('/:id/images/:partId', [Images, 'update']).as('images.update').use(edits)
    router.post('/:id/images/:partId/deletion', [Images, 'destroy']).as('images.destroy').use(edits)
    router.get('/:id/history', [Histories, 'show']).as('history').use(opens)
    router.get('/:id/price-history', [PriceChanges, 'index']).as('prices').use(opens)
    router
      .post('/:id/price-history', [PriceChanges, 'store'])
      .as('prices.store')
      .use(forStaffPages('prices:write'))
  })
  .prefix('/admin/products')
  .as('admin.product_pages')
  // What else is below this address belongs to other features.
  .where('id', /^\d+$/)

router
  .group(() => {
    router.get('/', [admin.BulkEdits, 'index']).as('index')
    router.post('/', [admin.BulkEdits, 'store']).as('store')
    router.get('/:id', [admin.BulkEdits, 'show']).as('show')
    router.post('/:id/run', [admin.BulkEdits, 'update']).as('update')
    router.post('/:id/undo', [admin.BulkUndos, 'store']).as('undo')
  })
  .prefix('/admin/bulk-edits')
  .as('admin.bulk_edits')
  .use(edits)

router
  .group(() => {
    const changes = forStaffApi('brands:write', 'write')
    router.get('/', [admin.BrandsApi, 'index']).as('index').use(reads)
    router.post('/', [admin.BrandsApi, 'store']).as('store').use(changes)
    router.get('/:id', [admin.BrandsApi, 'show']).as('show').use(reads)
    router.patch('/:id', [admin.BrandsApi, 'update']).as('update').use(changes)
    router.delete('/:id', [admin.BrandsApi, 'destroy']).as('destroy').use(changes)
  })
  .prefix('/api/admin/brands')
  .as('admin.brands')

router
  .group(() => {
    const forms = forStaffPages('brands:write')
    router.get('/', [admin.Brands, 'index']).as('index').use(opens)
    router.get('/new', [admin.Brands, 'create']).as('create').use(forms)
    router.post('/', [admin.Brands, 'store']).as('store').use(forms)
    router.get('/:id', [admin.Brands, 'edit']).as('edit').use(opens)
    router.post('/:id', [admin.Brands, 'update']).as('update').use(forms)
    router.post('/:id/deletion', [admin.Brands, 'destroy']).as('destroy').use(forms)
  })
  .prefix('/admin/brands')
  .as('admin.brand_pages')

router
  .group(() => {
    const changes = forStaffApi('categories:write', 'write')
    router.get('/', [admin.CategoriesApi, 'index']).as('index').use(reads)
    router.post('/', [admin.CategoriesApi, 'store']).as('store').use(changes)
    router.get('/:id', [admin.CategoriesApi, 'show']).as('show').use(reads)
    router.patch('/:id', [admin.CategoriesApi, 'update']).as('update').use(changes)
    router.delete('/:id', [admin.CategoriesApi, 'destroy']).as('destroy').use(changes)
  })
  .prefix('/api/admin/categories')
  .as('admin.categories')

router
  .group(() => {
    const forms = forStaffPages('categories:write')
    router.get('/', [admin.Categories, 'index']).as('index').use(opens)
    router.get('/new', [admin.Categories, 'create']).as('create').use(forms)
    router.post('/', [admin.Categories, 'store']).as('store').use(forms)
    router.get('/:id', [admin.Categories, 'edit']).as('edit').use(opens)
    router.post('/:id', [admin.Categories, 'update']).as('update').use(forms)
    router.post('/:id/deletion', [admin.Categories, 'destroy']).as('destroy').use(forms)
    router.post('/:id/steps', [admin.CategorySteps, 'store']).as('step').use(forms)
    router.post('/:id/places', [admin.CategoryPlaces, 'store']).as('place').use(forms)
  })
  .prefix('/admin/categories')
  .as('admin.category_pages')

router
  .group(() => {
    router.get('/', [admin.PriceAlarmsApi, 'index']).as('index').use(reads)
    router
      .put('/:id/review', [admin.PriceAlarmsApi, 'update'])
      .as('update')
      .use(forStaffApi('prices:write', 'write'))
  })
  .prefix('/api/admin/price-alarms')
  .as('admin.price_alarms')

router
  .group(() => {
    router.get('/', [admin.PriceAlarms, 'index']).as('index').use(opens)
    router
      .post('/:id/review', [admin.PriceAlarms, 'update'])
      .as('update')
      .use(forStaffPages('prices:write'))
  })
  .prefix('/admin/price-alarms')
  .as('admin.price_alarm_pages')
