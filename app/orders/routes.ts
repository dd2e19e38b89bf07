import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forCustomers, forPurchases, forStaffApi, forStaffPages } from '#start/middleware'

const { Orders, OrderCancellations, OrderTrackings, admin } = controllers.orders

router
  .group(() => {
    router.get('/', [Orders, 'index']).as('index').use(forCustomers('read'))
    router.post('/track', [OrderTrackings, 'store']).as('track').use(forPurchases('auth'))
    router.get('/:number', [Orders, 'show']).as('show').use(forPurchases('read'))
    router
      .post('/:number/cancellation', [OrderCancellations, 'store'])
      .as('cancel')
      .use(forPurchases('write'))
  })
  .prefix('/api/v1/orders')
  .as('orders')

router.get('/api/v1/me/orders', [Orders, 'index']).as('me.orders').use(forCustomers('read'))

router
  .group(() => {
    const reads = forStaffApi('orders:read')
    const writes = forStaffApi('orders:write', 'write')
    router.get('/', [admin.OrdersApi, 'index']).as('index').use(reads)
    router.get('/:number', [admin.OrdersApi, 'show']).as('show').use(reads)
    router
      .post('/:number/confirmation', [admin.OrderConfirmationsApi, 'store'])
      .as('confirm')
      .use(writes)
    router
      .post('/:number/cancellation', [admin.StaffCancellationsApi, 'store'])
      .as('cancel')
      .use(writes)
    router.post('/:number/notes', [admin.OrderNotesApi, 'store']).as('note').use(writes)
    router.post('/:number/calls', [admin.OrderCallsApi, 'store']).as('call').use(writes)
  })
  .prefix('/api/admin/orders')
  .as('admin.orders')

router
  .group(() => {
    const reads = forStaffPages('orders:read')
    const writes = forStaffPages('orders:write')
    router.get('/', [admin.Desk, 'index']).as('index').use(reads)
    router
      .get('/export.csv', [admin.OrderExports, 'index'])
      .as('export')
      .use(forStaffPages('orders:read', 'exports:read'))
    router.get('/:number', [admin.Desk, 'show']).as('show').use(reads)
    router
      .post('/:number/confirmation', [admin.OrderConfirmations, 'store'])
      .as('confirm')
      .use(writes)
    router
      .post('/:number/cancellation', [admin.StaffCancellations, 'store'])
      .as('cancel')
      .use(writes)
    router.post('/:number/notes', [admin.OrderNotes, 'store']).as('note').use(writes)
    router.post('/:number/calls', [admin.OrderCalls, 'store']).as('call').use(writes)
  })
  .prefix('/admin/orders')
  .as('admin.order_pages')

router
  .get('/admin/customers/:id/orders', [admin.CustomerOrders, 'index'])
  .as('admin.customer_orders')
  .use(forStaffPages('orders:read'))
