import { defineConfig } from '@adonisjs/auth'
import { sessionGuard, sessionUserProvider } from '@adonisjs/auth/session'
import type Customer from '#app/customers/customer'
import type StaffMember from '#app/staff/members/staff_member'
import { jwtGuard } from '#app/platform/auth/jwt_guard'
import type { Authenticators, InferAuthenticators, InferAuthEvents } from '@adonisjs/auth/types'

const authConfig = defineConfig({
  default: 'staffWeb',
  guards: {
    staffWeb: sessionGuard({
      useRememberMeTokens: false,
      provider: sessionUserProvider({ model: () => import('#app/staff/members/staff_member') }),
    }),
    staffApi: jwtGuard<StaffMember>({
      audience: 'staff',
      provider: () => import('#app/staff/login/staff_logins').then((module) => module.staffLogins),
    }),
    customerApi: jwtGuard<Customer>({
      audience: 'customer',
      provider: () =>
        import('#app/customers/customer_logins').then((module) => module.customerLogins),
    }),
  },
})

export default authConfig

declare module '@adonisjs/auth/types' {
  export interface Authenticators extends InferAuthenticators<typeof authConfig> {}
}
declare module '@adonisjs/core/types' {
  interface EventsList extends InferAuthEvents<Authenticators> {}
}
