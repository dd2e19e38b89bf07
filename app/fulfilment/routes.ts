import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffApiUploads, forStaffPages, forStaffUploads } from '#start/middleware'

const { admin } = controllers.fulfilment

router
  .group(() => {
    const { ShipmentsApi, DeliveriesApi, RefusalsApi, InspectionsApi } = admin
    const reads = forStaffApi('shipments:read')
    const writes = forStaffApi('shipments:write', 'write')
    router.get('/', [ShipmentsApi, 'index']).as('index').use(reads)
    router.post('/', [ShipmentsApi, 'store']).as('store').use(writes)
    router.get('/:id', [ShipmentsApi, 'show']).as('show').use(reads)
    router.post('/:id/delivery', [DeliveriesApi, 'store']).as('deliver').use(writes)
    router.post('/:id/refusal', [RefusalsApi, 'store']).as('refuse').use(writes)
    router.post('/:id/inspection', [InspectionsApi, 'store']).as('inspect').use(writes)
  })
  .prefix('/api/admin/shipments')
  .as('admin.shipments')

router
  .post('/api/admin/orders/:number/handover', [admin.HandoversApi, 'store'])
  .as('admin.handovers.store')
  .use(forStaffApi('shipments:write', 'write'))

router
  .group(() => {
    const { RemittancesApi, DifferencesApi } = admin
    const reads = forStaffApi('remittances:read')
    const writes = forStaffApi('remittances:write', 'write')
    router.get('/', [RemittancesApi, 'index']).as('index').use(reads)
    router
      .post('/', [RemittancesApi, 'store'])
      .as('store')
      .use(forStaffApiUploads('remittances:write'))
    router.get('/:id', [RemittancesApi, 'show']).as('show').use(reads)
    router.post('/:id/lines/:lineId/acceptance', [DifferencesApi, 'store']).as('accept').use(writes)
  })
  .prefix('/api/admin/remittances')
  .as('admin.remittances')

router
  .group(() => {
    const { Shipments, Packing, Handovers, Deliveries, Refusals, Inspections } = admin
    const reads = forStaffPages('shipments:read')
    const writes = forStaffPages('shipments:write')
    router.get('/', [Shipments, 'index']).as('index').use(reads)
    router.get('/orders/:number', [Packing, 'show']).as('packing').use(reads)
    router.post('/orders/:number', [Packing, 'store']).as('dispatch').use(writes)
    router.post('/orders/:number/handover', [Handovers, 'store']).as('handover').use(writes)
    router.post('/:id/delivery', [Deliveries, 'store']).as('deliver').use(writes)
    router.post('/:id/refusal', [Refusals, 'store']).as('refuse').use(writes)
    router.post('/:id/inspection', [Inspections, 'store']).as('inspect').use(writes)
  })
  .prefix('/admin/shipments')
  .as('admin.shipment_pages')

router
  .group(() => {
    const { Remittances, Differences } = admin
    const reads = forStaffPages('remittances:read')
    router.get('/', [Remittances, 'index']).as('index').use(reads)
    router.post('/', [Remittances, 'store']).as('store').use(forStaffUploads('remittances:write'))
    router.get('/:id', [Remittances, 'show']).as('show').use(reads)
    router
      .post('/:id/lines/:lineId/acceptance', [Differences, 'store'])
      .as('accept')
      .use(forStaffPages('remittances:write'))
  })
  .prefix('/admin/remittances')
  .as('admin.remittance_pages')
