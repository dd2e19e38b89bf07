import router from '@adonisjs/core/services/router'
import { identifyCallers } from '#app/platform/limits/caller'
import { staffCaller } from '#app/staff/staff_caller'
import { controllers } from '#generated/controllers'
import { forLogins, forPages, forRenewals } from '#start/middleware'

const { ApiLogins, ApiRefreshes, admin } = controllers.staff

identifyCallers(staffCaller)

router
  .group(() => {
    router.post('/login', [ApiLogins, 'store']).as('login').use(forLogins)
    router.post('/refresh', [ApiRefreshes, 'store']).as('refresh').use(forRenewals)
    router.post('/logout', [ApiLogins, 'destroy']).as('logout').use(forRenewals)
  })
  .prefix('/api/admin/auth')
  .as('admin.auth')

router
  .group(() => {
    router.get('/login', [admin.Sessions, 'create']).as('login')
    router.post('/login', [admin.Sessions, 'store']).as('login.store').use(forLogins)
    router.post('/logout', [admin.Sessions, 'destroy']).as('logout')
    router.get('/password/forgot', [admin.PasswordResets, 'create']).as('password.forgot')
    router.post('/password/forgot', [admin.PasswordResets, 'store']).use(forLogins)
    router.get('/password/reset/:token', [admin.Passwords, 'edit']).as('password.reset')
    router.post('/password/reset', [admin.Passwords, 'update']).use(forLogins)
  })
  .prefix('/admin')
  .as('admin')
  .use(forPages)
