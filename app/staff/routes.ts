import router from '@adonisjs/core/services/router'
import { identifyCallers } from '#app/platform/limits/caller'
import { staffCaller } from '#app/staff/staff_caller'
import { controllers } from '#generated/controllers'
import { forLogins, forPages, forRenewals, forStaffApi, forStaffPages } from '#start/middleware'

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
    router.get('/login/code', [admin.LoginCodes, 'create']).as('login.code')
    router.post('/login/code', [admin.LoginCodes, 'store']).use(forLogins)
    router.post('/logout', [admin.Sessions, 'destroy']).as('logout')
    router.get('/password/forgot', [admin.PasswordResets, 'create']).as('password.forgot')
    router.post('/password/forgot', [admin.PasswordResets, 'store']).use(forLogins)
    router.get('/password/reset/:token', [admin.Passwords, 'edit']).as('password.reset')
    router.post('/password/reset', [admin.Passwords, 'update']).use(forLogins)
  })
  .prefix('/admin')
  .as('admin')
  .use(forPages)

router
  .group(() => {
    router.get('/', [admin.Account, 'show'])
    router.post('/', [admin.Account, 'update'])
    router.post('/password', [admin.AccountPasswords, 'update'])
    router.post('/second-factor/removal', [admin.AccountSecondFactors, 'destroy'])
    router.post('/logins/:sid/end', [admin.AccountLogins, 'destroy'])
    router.post('/other-logins/end', [admin.AccountOtherLogins, 'destroy'])
  })
  .prefix('/admin/account')
  .use(forStaffPages('own account'))

router
  .group(() => {
    router.get('/', [admin.AccountSecondFactors, 'create'])
    router.post('/', [admin.AccountSecondFactors, 'store'])
  })
  .prefix('/admin/account/second-factor')
  .use(forStaffPages('enrolment'))

const readsStaff = forStaffPages('staff:read')
const writesStaff = forStaffPages('staff:write')

router
  .group(() => {
    router.get('/', [admin.StaffMembers, 'index']).use(readsStaff)
    router.get('/new', [admin.StaffMembers, 'create']).use(writesStaff)
    router.post('/', [admin.StaffMembers, 'store']).use(writesStaff)
    router.get('/:id', [admin.StaffMembers, 'edit']).use(readsStaff)
    router.post('/:id', [admin.StaffMembers, 'update']).use(writesStaff)
    router.post('/:id/suspension', [admin.Suspensions, 'store']).use(writesStaff)
    router.post('/:id/suspension/end', [admin.Suspensions, 'destroy']).use(writesStaff)
    router.post('/:id/reset-link', [admin.StaffResetLinks, 'store']).use(writesStaff)
    router
      .post('/:id/second-factor/removal', [admin.StaffSecondFactors, 'destroy'])
      .use(writesStaff)
  })
  .prefix('/admin/staff')

router
  .group(() => {
    const reads = forStaffApi('staff:read')
    const writes = forStaffApi('staff:write', 'write')
    router.get('/', [admin.StaffMembersApi, 'index']).as('index').use(reads)
    router.post('/', [admin.StaffMembersApi, 'store']).as('store').use(writes)
    router.get('/:id', [admin.StaffMembersApi, 'show']).as('show').use(reads)
    router.patch('/:id', [admin.StaffMembersApi, 'update']).as('update').use(writes)
    router.post('/:id/reset-link', [admin.StaffResetLinksApi, 'store']).as('reset_link').use(writes)
    router
      .delete('/:id/second-factor', [admin.StaffSecondFactorsApi, 'destroy'])
      .as('second_factor')
      .use(writes)
  })
  .prefix('/api/admin/staff')
  .as('admin.staff')

router
  .group(() => {
    router.get('/', [admin.Roles, 'index'])
    router.get('/new', [admin.Roles, 'create'])
    router.post('/', [admin.Roles, 'store'])
    router.get('/:key', [admin.Roles, 'edit'])
    router.post('/:key', [admin.Roles, 'update'])
    router.post('/:key/removal', [admin.Roles, 'destroy'])
  })
  .prefix('/admin/roles')
  .use(forStaffPages('roles:write'))

router
  .group(() => {
    const reads = forStaffApi('roles:write')
    const writes = forStaffApi('roles:write', 'write')
    router.get('/', [admin.RolesApi, 'index']).as('index').use(reads)
    router.post('/', [admin.RolesApi, 'store']).as('store').use(writes)
    router.get('/:key', [admin.RolesApi, 'show']).as('show').use(reads)
    router.patch('/:key', [admin.RolesApi, 'update']).as('update').use(writes)
    router.delete('/:key', [admin.RolesApi, 'destroy']).as('destroy').use(writes)
  })
  .prefix('/api/admin/roles')
  .as('admin.roles')
