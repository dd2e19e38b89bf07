import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffPages } from '#start/middleware'

const { admin } = controllers.orion

const reads = forStaffApi('forecasts:read')

router
  .group(() => {
    router.get('/', [admin.ForecastsApi, 'index']).as('index').use(reads)
    router.get('/:sku', [admin.ForecastsApi, 'show']).as('show').use(reads)
  })
  .prefix('/api/admin/forecasts')
  .as('admin.forecasts')

router.get('/orion/forecasts', [admin.ForecastsApi, 'index']).as('orion.forecasts').use(reads)

router
  .group(() => {
    const writes = forStaffApi('forecasts:write', 'write')
    router.get('/', [admin.InsightsApi, 'index']).as('index').use(reads)
    router.patch('/:id', [admin.InsightsApi, 'update']).as('update').use(writes)
  })
  .prefix('/api/admin/insights')
  .as('admin.insights')

router
  .group(() => {
    const buys = forStaffApi('purchases:write', 'write')
    router.get('/', [admin.PurchaseProposalsApi, 'index']).as('index').use(reads)
    router.post('/acceptance', [admin.ProposalAcceptancesApi, 'store']).as('accept').use(buys)
    router.post('/refusal', [admin.ProposalRefusalsApi, 'store']).as('decline').use(buys)
  })
  .prefix('/api/admin/purchase-proposals')
  .as('admin.purchase_proposals')

router
  .group(() => {
    const writes = forStaffApi('forecasts:write', 'write')
    router.get('/model', [admin.ModelReportApi, 'show']).as('model').use(reads)
    router.get('/training', [admin.TrainingsApi, 'show']).as('training').use(reads)
    router.post('/training', [admin.TrainingsApi, 'store']).as('train').use(writes)
    router.get('/settings', [admin.ForecastSettingsApi, 'show']).as('settings').use(reads)
    router.patch('/settings', [admin.ForecastSettingsApi, 'update']).as('set').use(writes)
  })
  .prefix('/api/admin/orion')
  .as('admin.orion')

const opens = forStaffPages('forecasts:read')

router
  .group(() => {
    router.get('/', [admin.Forecasts, 'index']).as('index').use(opens)
    const sets = forStaffPages('forecasts:write')
    router.get('/model', [admin.ModelReport, 'show']).as('model').use(opens)
    router.post('/model/training', [admin.Trainings, 'store']).as('train').use(sets)
    router.get('/settings', [admin.ForecastSettings, 'edit']).as('settings').use(sets)
    router.post('/settings', [admin.ForecastSettings, 'update']).as('set').use(sets)
    router.get('/:id', [admin.Forecasts, 'show']).as('show').use(opens)
  })
  .prefix('/admin/forecasts')
  .as('admin.forecast_pages')

router
  .group(() => {
    router.get('/', [admin.Insights, 'index']).as('index').use(opens)
    router
      .post('/:id', [admin.Insights, 'update'])
      .as('update')
      .use(forStaffPages('forecasts:write'))
  })
  .prefix('/admin/insights')
  .as('admin.insight_pages')

router
  .group(() => {
    const buys = forStaffPages('purchases:write')
    router.get('/', [admin.PurchaseProposals, 'index']).as('index').use(opens)
    router.post('/acceptance', [admin.ProposalAcceptances, 'store']).as('accept').use(buys)
    router.post('/refusal', [admin.ProposalRefusals, 'store']).as('decline').use(buys)
  })
  .prefix('/admin/purchase-proposals')
  .as('admin.purchase_proposal_pages')
