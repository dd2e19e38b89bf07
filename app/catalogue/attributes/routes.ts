import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffPages } from '#start/middleware'

const { Attributes, AttributesApi } = controllers.catalogue.admin

router
  .group(() => {
    const reads = forStaffApi('products:read')
    const changes = forStaffApi('attributes:write', 'write')
    router.get('/', [AttributesApi, 'index']).as('index').use(reads)
    router.post('/', [AttributesApi, 'store']).as('store').use(changes)
    router.get('/:id', [AttributesApi, 'show']).as('show').use(reads)
    router.patch('/:id', [AttributesApi, 'update']).as('update').use(changes)
    router.delete('/:id', [AttributesApi, 'destroy']).as('destroy').use(changes)
  })
  .prefix('/api/admin/attributes')
  .as('admin.attributes')

router
  .group(() => {
    const opens = forStaffPages('products:read')
    const forms = forStaffPages('attributes:write')
    router.get('/', [Attributes, 'index']).as('index').use(opens)
    router.get('/new', [Attributes, 'create']).as('create').use(forms)
    router.post('/', [Attributes, 'store']).as('store').use(forms)
    router.get('/:id', [Attributes, 'edit']).as('edit').use(opens)
    router.post('/:id', [Attributes, 'update']).as('update').use(forms)
    router.post('/:id/deletion', [Attributes, 'destroy']).as('destroy').use(forms)
  })
  .prefix('/admin/attributes')
  .as('admin.attribute_pages')
