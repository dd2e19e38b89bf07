import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffPages } from '#start/middleware'

const { ProspectorRuns, ProspectorRunsApi } = controllers.prospector.admin
const reads = forStaffPages('leads:read')

router
  .group(() => {
    router.get('/runs', [ProspectorRuns, 'index']).as('runs').use(reads)
    router.get('/runs/:id', [ProspectorRuns, 'show']).as('run').use(reads)
    router.post('/sites', [ProspectorRuns, 'store']).as('sites').use(forStaffPages('leads:write'))
  })
  .prefix('/admin/prospector')
  .as('admin.prospector')

const asks = forStaffApi('leads:read')

router
  .group(() => {
    router.get('/', [ProspectorRunsApi, 'index']).as('index').use(asks)
    router.get('/:id', [ProspectorRunsApi, 'show']).as('show').use(asks)
  })
  .prefix('/api/admin/prospector/runs')
  .as('admin.prospector_runs')
