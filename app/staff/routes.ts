import router from '@adonisjs/core/services/router'
import { identifyCallers } from '#app/platform/limits/caller'
import { staffCaller } from '#app/staff/staff_caller'
import { controllers } from '#generated/controllers'
import { forLogins, forPages } from '#start/middleware'

const { ApiLogins, admin } = controllers.staff

identifyCallers(staffCaller)

router.post('/api/admin/auth/login', [ApiLogins, 'store']).as('admin.auth.login').use(forLogins)

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
