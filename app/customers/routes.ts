import router from '@adonisjs/core/services/router'
import { identifyCallers } from '#app/platform/limits/caller'
import { customerCaller } from '#app/customers/customer_caller'
import { controllers } from '#generated/controllers'
import { forCustomers, forEntrances } from '#start/middleware'

const { CustomerLogins, CustomerRefreshes, ForgottenPasswords, NewPasswords, Registrations } =
  controllers.customers
const { Addresses, Erasures, PersonalData, Profile, Sessions, Vehicles } = controllers.customers
const reads = forCustomers('read')
const writes = forCustomers('write')

identifyCallers(customerCaller)

router
  .group(() => {
    router.post('/register', [Registrations, 'store']).as('register').use(forEntrances)
    router.post('/login', [CustomerLogins, 'store']).as('login').use(forEntrances)
    router.post('/refresh', [CustomerRefreshes, 'store']).as('refresh').use(forEntrances)
    router.post('/logout', [CustomerLogins, 'destroy']).as('logout').use(writes)
    router.post('/password/forgot', [ForgottenPasswords, 'store']).as('forgot').use(forEntrances)
    router.post('/password/reset', [NewPasswords, 'store']).as('reset').use(forEntrances)
  })
  .prefix('/api/v1/auth')
  .as('auth')

router
  .group(() => {
    router.get('/', [Profile, 'show']).as('show').use(reads)
    router.patch('/', [Profile, 'update']).as('update').use(writes)
    router.get('/export', [PersonalData, 'show']).as('export').use(reads)
    router.post('/erasure', [Erasures, 'store']).as('erase').use(writes)
    router.get('/sessions', [Sessions, 'index']).as('sessions.index').use(reads)
    router.delete('/sessions/:id', [Sessions, 'destroy']).as('sessions.destroy').use(writes)
    router.get('/addresses', [Addresses, 'index']).as('addresses.index').use(reads)
    router.post('/addresses', [Addresses, 'store']).as('addresses.store').use(writes)
    router.get('/addresses/:id', [Addresses, 'show']).as('addresses.show').use(reads)
    router.put('/addresses/:id', [Addresses, 'update']).as('addresses.update').use(writes)
    router.delete('/addresses/:id', [Addresses, 'destroy']).as('addresses.destroy').use(writes)
    router.get('/vehicles', [Vehicles, 'index']).as('vehicles.index').use(reads)
    router.post('/vehicles', [Vehicles, 'store']).as('vehicles.store').use(writes)
    router.delete('/vehicles/:id', [Vehicles, 'destroy']).as('vehicles.destroy').use(writes)
  })
  .prefix('/api/v1/me')
  .as('me')
