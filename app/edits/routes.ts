import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffPages } from '#start/middleware'

const { admin } = controllers.edits

router
  .post('/api/admin/orders/:number/edits', [admin.OrderEditsApi, 'store'])
  .as('admin.orders.edit')
  .use(forStaffApi('orders:write', 'write'))

router
  .group(() => {
    router.get('/edit', [admin.OrderEdits, 'create']).as('create')
    router.post('/edits', [admin.OrderEdits, 'store']).as('store')
  })
  .prefix('/admin/orders/:number')
  .as('admin.order_edit_pages')
  .use(forStaffPages('orders:write'))
