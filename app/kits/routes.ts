import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffPages } from '#start/middleware'

const { admin } = controllers.kits

router
  .group(() => {
    router.get('/', [admin.KitsApi, 'show']).as('show').use(forStaffApi('products:read'))
    router
      .put('/', [admin.KitsApi, 'update'])
      .as('update')
      .use(forStaffApi('products:write', 'write'))
  })
  .prefix('/api/admin/products/:id/kit')
  .as('admin.kits')

router
  .group(() => {
    router.get('/', [admin.Kits, 'show']).as('show').use(forStaffPages('products:read'))
    router.post('/', [admin.Kits, 'update']).as('update').use(forStaffPages('products:write'))
  })
  .prefix('/admin/products/:id/kit')
  .as('admin.kit_pages')
