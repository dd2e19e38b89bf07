import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffPages } from '#start/middleware'

const { admin } = controllers.pricing

router
  .group(() => {
    const reads = forStaffApi('promotions:read')
    const writes = forStaffApi('promotions:write', 'write')
    router.get('/', [admin.PromotionsApi, 'index']).as('index').use(reads)
    router.post('/', [admin.PromotionsApi, 'store']).as('store').use(writes)
    router.get('/:id', [admin.PromotionsApi, 'show']).as('show').use(reads)
    router.put('/:id', [admin.PromotionsApi, 'update']).as('update').use(writes)
    router.get('/:id/redemptions', [admin.RedemptionsApi, 'index']).as('redemptions').use(reads)
  })
  .prefix('/api/admin/promotions')
  .as('admin.promotions')

router
  .group(() => {
    const reads = forStaffPages('promotions:read')
    const writes = forStaffPages('promotions:write')
    router.get('/', [admin.Promotions, 'index']).as('index').use(reads)
    router.get('/new', [admin.Promotions, 'create']).as('create').use(writes)
    router.post('/', [admin.Promotions, 'store']).as('store').use(writes)
    router.get('/:id', [admin.Promotions, 'show']).as('show').use(reads)
    router.post('/:id', [admin.Promotions, 'update']).as('update').use(writes)
  })
  .prefix('/admin/promotions')
  .as('admin.promotion_pages')
