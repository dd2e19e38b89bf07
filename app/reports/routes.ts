import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffPages } from '#start/middleware'

const { WeeklyReports, WeeklyReportMails, ProspectorReports, ProspectorReportMails } =
  controllers.reports.admin

router
  .group(() => {
    router.get('/weekly', [WeeklyReports, 'show']).as('weekly')
    router.get('/weekly/mail', [WeeklyReportMails, 'show']).as('weekly.mail')
  })
  .prefix('/admin/reports')
  .as('admin.reports')
  .use(forStaffPages('reports:read'))

router
  .group(() => {
    router.get('/', [ProspectorReports, 'show']).as('show')
    router.get('/mail', [ProspectorReportMails, 'show']).as('mail')
  })
  .prefix('/admin/reports/prospector')
  .as('admin.prospector_report')
  .use(forStaffPages('leads:read'))
