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

router
  .group(() => {
    const reads = forStaffApi('customers:read')
    const writes = forStaffApi('customers:write', 'write')
    router.get('/', [admin.CustomerGroupsApi, 'index']).as('index').use(reads)
    router.post('/', [admin.CustomerGroupsApi, 'store']).as('store').use(writes)
    router.get('/:id', [admin.CustomerGroupsApi, 'show']).as('show').use(reads)
    router.patch('/:id', [admin.CustomerGroupsApi, 'update']).as('update').use(writes)
    router.delete('/:id', [admin.CustomerGroupsApi, 'destroy']).as('destroy').use(writes)
  })
  .prefix('/api/admin/customer-groups')
  .as('admin.customer_groups')

router
  .group(() => {
    const reads = forStaffPages('customers:read')
    const writes = forStaffPages('customers:write')
    router.get('/', [admin.CustomerGroups, 'index']).as('index').use(reads)
    router.get('/new', [admin.CustomerGroups, 'create']).as('create').use(writes)
    router.post('/', [admin.CustomerGroups, 'store']).as('store').use(writes)
    router.get('/:id', [admin.CustomerGroups, 'edit']).as('edit').use(reads)
    router.post('/:id', [admin.CustomerGroups, 'update']).as('update').use(writes)
    router.post('/:id/deletion', [admin.CustomerGroups, 'destroy']).as('destroy').use(writes)
  })
  .prefix('/admin/customer-groups')
  .as('admin.customer_group_pages')

router
  .group(() => {
    const reads = forStaffApi('products:read')
    const writes = forStaffApi('prices:write', 'write')
    router.get('/', [admin.PriceListsApi, 'index']).as('index').use(reads)
    router.post('/', [admin.PriceListsApi, 'store']).as('store').use(writes)
    router.get('/:id', [admin.PriceListsApi, 'show']).as('show').use(reads)
    router.put('/:id', [admin.PriceListsApi, 'update']).as('update').use(writes)
    router.delete('/:id', [admin.PriceListsApi, 'destroy']).as('destroy').use(writes)
    router.get('/:id/rules', [admin.PriceRulesApi, 'index']).as('rules.index').use(reads)
    router.post('/:id/rules', [admin.PriceRulesApi, 'store']).as('rules.store').use(writes)
    router
      .delete('/:id/rules/:ruleId', [admin.PriceRulesApi, 'destroy'])
      .as('rules.destroy')
      .use(writes)
  })
  .prefix('/api/admin/price-lists')
  .as('admin.price_lists')

router
  .group(() => {
    const reads = forStaffPages('products:read')
    const writes = forStaffPages('prices:write')
    router.get('/', [admin.PriceLists, 'index']).as('index').use(reads)
    router.get('/new', [admin.PriceLists, 'create']).as('create').use(writes)
    router.post('/', [admin.PriceLists, 'store']).as('store').use(writes)
    router.get('/:id', [admin.PriceLists, 'show']).as('show').use(reads)
    router.post('/:id', [admin.PriceLists, 'update']).as('update').use(writes)
    router.post('/:id/deletion', [admin.PriceLists, 'destroy']).as('destroy').use(writes)
    router.post('/:id/rules', [admin.PriceRules, 'store']).as('rules.store').use(writes)
    router
      .post('/:id/rules/:ruleId/deletion', [admin.PriceRules, 'destroy'])
      .as('rules.destroy')
      .use(writes)
  })
  .prefix('/admin/price-lists')
  .as('admin.price_list_pages')

router
  .get('/api/admin/products/:id/group-prices', [admin.GroupPricesApi, 'index'])
  .as('admin.group_prices.index')
  .use(forStaffApi('products:read'))
