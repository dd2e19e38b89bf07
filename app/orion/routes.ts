import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi } from '#start/middleware'

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
