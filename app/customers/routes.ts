import router from '@adonisjs/core/services/router'
import { identifyCallers } from '#app/platform/limits/caller'
import { customerCaller } from '#app/customers/customer_caller'
import { controllers } from '#generated/controllers'
import { forCustomers, forEntrances } from '#start/middleware'

const { CustomerLogins, CustomerRefreshes, Profile, Registrations, Sessions } =
  controllers.customers
const reads = forCustomers('read')
const writes = forCustomers('write')

identifyCallers(customerCaller)

router
  .group(() => {
    router.post('/register', [Registrations, 'store']).as('register').use(forEntrances)
    router.post('/login', [CustomerLogins, 'store']).as('login').use(forEntrances)
    router.post('/refresh', [CustomerRefreshes, 'store']).as('refresh').use(forEntrances)
    router.post('/logout', [CustomerLogins, 'destroy']).as('logout').use(writes)
  })
  .prefix('/api/v1/auth')
  .as('auth')

router
  .group(() => {
    router.get('/', [Profile, 'show']).as('show').use(reads)
    router.patch('/', [Profile, 'update']).as('update').use(writes)
    router.get('/sessions', [Sessions, 'index']).as('sessions.index').use(reads)
    router.delete('/sessions/:id', [Sessions, 'destroy']).as('sessions.destroy').use(writes)
  })
  .prefix('/api/v1/me')
  .as('me')
