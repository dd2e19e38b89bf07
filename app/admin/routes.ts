import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPages, forReads, forStaffApi, forStaffPages } from '#start/middleware'

const { Audit, Components, Dashboard, ListPreferences, Palette, Reference, SavedViews } =
  controllers.admin
const { Health, JobCancellations, JobRetries, Jobs, Settings } = controllers.admin
const { MailBodies, Mails, Schedule, TaskRuns } = controllers.admin
const { ActivityApi, AuditApi, StatsApi } = controllers.admin
const { JobCancellationsApi, JobRetriesApi, JobsApi, QueuesApi } = controllers.admin
const { HealthApi, ListPreferencesApi, MailsApi, SavedViewsApi } = controllers.admin
const { ScheduleApi, TaskRunsApi } = controllers.admin

router
  .group(() => {
    router.get('/', [Dashboard, 'show']).as('dashboard')
    router.get('/palette', [Palette, 'index']).as('palette')
    router.post('/views', [SavedViews, 'store']).as('views.store')
    router.post('/views/:id/deletion', [SavedViews, 'destroy']).as('views.destroy')
    router.post('/list-preferences', [ListPreferences, 'store']).as('list_preferences.store')
    if (!app.inProduction) router.get('/_components', [Components, 'index']).as('components')
  })
  .prefix('/admin')
  .as('admin')
  .use(forStaffPages('dashboard:read'))

router
  .group(() => {
    router.get('/audit', [Audit, 'index']).as('audit').use(forStaffPages('audit:read'))
    router.get('/health', [Health, 'index']).as('health').use(forStaffPages('health:read'))
    router.get('/settings', [Settings, 'index']).as('settings').use(forStaffPages('settings:write'))
  })
  .prefix('/admin')
  .as('admin')

router
  .group(() => {
    router.get('/', [Mails, 'index']).as('index')
    router.get('/:id', [Mails, 'show']).as('show')
    router.get('/:id/body', [MailBodies, 'show']).as('body')
  })
  .prefix('/admin/mails')
  .as('admin.mails')
  .use(forStaffPages('mails:read'))

router
  .group(() => {
    router.get('/jobs', [Jobs, 'index']).as('jobs')
    router.get('/schedule', [Schedule, 'index']).as('schedule')
  })
  .prefix('/admin')
  .as('admin')
  .use(forStaffPages('jobs:read'))

router
  .group(() => {
    router.post('/jobs/:id/retry', [JobRetries, 'store']).as('jobs.retry')
    router.post('/jobs/:id/cancellation', [JobCancellations, 'store']).as('jobs.cancel')
    router.post('/jobs/:id/deletion', [Jobs, 'destroy']).as('jobs.destroy')
    router.post('/schedule/:task/runs', [TaskRuns, 'store']).as('schedule.run')
  })
  .prefix('/admin')
  .as('admin')
  .use(forStaffPages('jobs:write'))

router
  .group(() => {
    router.get('/stats', [StatsApi, 'show']).as('stats').use(forStaffApi('dashboard:read'))
    router
      .get('/recent-activity', [ActivityApi, 'index'])
      .as('activity')
      .use(forStaffApi('audit:read'))
  })
  .prefix('/api/admin/dashboard')
  .as('api.admin.dashboard')

router
  .group(() => {
    router.get('/audit-log', [AuditApi, 'index']).as('audit').use(forStaffApi('audit:read'))
    router.get('/queues', [QueuesApi, 'index']).as('queues').use(forStaffApi('jobs:read'))
    router.get('/jobs', [JobsApi, 'index']).as('jobs').use(forStaffApi('jobs:read'))
    router.get('/health', [HealthApi, 'index']).as('health').use(forStaffApi('health:read'))
    router.get('/mails', [MailsApi, 'index']).as('mails.index').use(forStaffApi('mails:read'))
    router.get('/mails/:id', [MailsApi, 'show']).as('mails.show').use(forStaffApi('mails:read'))
    router.get('/schedule', [ScheduleApi, 'index']).as('schedule').use(forStaffApi('jobs:read'))
    router
      .post('/schedule/:task/runs', [TaskRunsApi, 'store'])
      .as('schedule.run')
      .use(forStaffApi('jobs:write', 'write'))
  })
  .prefix('/api/admin')
  .as('api.admin')

router
  .group(() => {
    const writes = forStaffApi('dashboard:read', 'write')
    router.get('/', [SavedViewsApi, 'index']).as('index').use(forStaffApi('dashboard:read'))
    router.post('/', [SavedViewsApi, 'store']).as('store').use(writes)
    router.delete('/:id', [SavedViewsApi, 'destroy']).as('destroy').use(writes)
  })
  .prefix('/api/admin/views')
  .as('api.admin.views')

router
  .group(() => {
    const [reads, writes] = [forStaffApi('dashboard:read'), forStaffApi('dashboard:read', 'write')]
    router.get('/:page', [ListPreferencesApi, 'show']).as('show').use(reads)
    router.patch('/:page', [ListPreferencesApi, 'update']).as('update').use(writes)
  })
  .prefix('/api/admin/list-preferences')
  .as('api.admin.list_preferences')

router
  .group(() => {
    router.post('/:id/retry', [JobRetriesApi, 'store']).as('retry')
    router.post('/:id/cancellation', [JobCancellationsApi, 'store']).as('cancel')
    router.delete('/:id', [JobsApi, 'destroy']).as('destroy')
  })
  .prefix('/api/admin/jobs')
  .as('api.admin.jobs')
  .use(forStaffApi('jobs:write', 'write'))

router
  .get('/docs', [Reference, 'show'])
  .as('reference')
  .use([...forPages, ...forReads])
router.get('/', ({ response }) => response.redirect().toPath('/docs')).as('home')
