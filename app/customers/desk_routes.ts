import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffPages } from '#start/middleware'

const { admin } = controllers.customers

router
  .group(() => {
    const reads = forStaffApi('customers:read')
    const erases = forStaffApi('customers:erase', 'write')
    router.get('/', [admin.CustomersApi, 'index']).as('index').use(reads)
    router.get('/:id', [admin.CustomersApi, 'show']).as('show').use(reads)
    router
      .patch('/:id', [admin.CustomersApi, 'update'])
      .as('update')
      .use(forStaffApi('customers:write', 'write'))
    router.get('/:id/export', [admin.CustomerExportsApi, 'show']).as('export').use(erases)
    router.post('/:id/erasure', [admin.CustomerErasuresApi, 'store']).as('erase').use(erases)
  })
  .prefix('/api/admin/customers')
  .as('admin.customers')

router
  .group(() => {
    const reads = forStaffPages('customers:read')
    const erases = forStaffPages('customers:erase')
    router.get('/', [admin.Customers, 'index']).as('index').use(reads)
    router.get('/:id', [admin.Customers, 'show']).as('show').use(reads)
    router
      .post('/:id/group', [admin.Memberships, 'store'])
      .as('group')
      .use(forStaffPages('customers:write'))
    router.get('/:id/export', [admin.CustomerExports, 'show']).as('export').use(erases)
    router.post('/:id/erasure', [admin.CustomerErasures, 'store']).as('erase').use(erases)
  })
  .prefix('/admin/customers')
  .as('admin.customer_pages')
