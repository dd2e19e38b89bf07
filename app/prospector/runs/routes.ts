import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffPages } from '#start/middleware'

const { ProspectorRuns } = controllers.prospector.admin
const reads = forStaffPages('leads:read')

router
  .group(() => {
    router.get('/runs', [ProspectorRuns, 'index']).as('runs').use(reads)
    router.get('/runs/:id', [ProspectorRuns, 'show']).as('run').use(reads)
    router.post('/sites', [ProspectorRuns, 'store']).as('sites').use(forStaffPages('leads:write'))
  })
  .prefix('/admin/prospector')
  .as('admin.prospector')
