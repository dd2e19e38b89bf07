import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffPages } from '#start/middleware'

const { admin } = controllers.inventory

router
  .group(() => {
    const writes = forStaffApi('stock:write', 'write')
    router.get('/', [admin.StockApi, 'index']).as('index').use(forStaffApi('stock:read'))
    router
      .post('/adjustments', [admin.StockAdjustmentsApi, 'store'])
      .as('adjustments.store')
      .use(writes)
    router.post('/transfers', [admin.StockTransfersApi, 'store']).as('transfers.store').use(writes)
    router.put('/limits', [admin.StockLimitsApi, 'store']).as('limits.store').use(writes)
  })
  .prefix('/api/admin/stock')
  .as('admin.stock')

router
  .group(() => {
    const reads = forStaffPages('stock:read')
    const writes = forStaffPages('stock:write')
    router.get('/', [admin.Stock, 'index']).as('index').use(reads)
    router.get('/:id', [admin.Stock, 'show']).as('show').use(reads)
    router.post('/:id/adjustments', [admin.StockAdjustments, 'store']).as('adjust').use(writes)
    router.post('/:id/transfers', [admin.StockTransfers, 'store']).as('carry').use(writes)
    router.post('/:id/limits', [admin.StockLimits, 'store']).as('limit').use(writes)
  })
  .prefix('/admin/stock')
  .as('admin.stock_pages')
