import router from '@adonisjs/core/services/router'
import type { Ability } from '#app/staff/abilities'
import type { Purpose } from '#app/staff/staff_middleware'

/** Middleware that routes ask for by name. */
export const middleware = router.named({
  private: () => import('#app/platform/http/private_answer_middleware'),
  session: () => import('@adonisjs/session/session_middleware'),
  shield: () => import('@adonisjs/shield/shield_middleware'),
  auth: () => import('@adonisjs/auth/initialize_auth_middleware'),
  locale: () => import('#app/platform/http/locale_middleware'),
  rateLimit: () => import('#app/platform/limits/rate_limit_middleware'),
  staff: () => import('#app/staff/staff_middleware'),
  endedSession: () => import('#app/staff/ended_session_middleware'),
  customer: () => import('#app/customers/customer_middleware'),
  replay: () => import('#app/platform/idempotency/replay_middleware'),
  upload: () => import('#app/platform/files/upload_middleware'),
  rightToList: () => import('#app/imports/right_to_list_middleware'),
})

/** What server-rendered pages need, and the API does not; `early` looks at a form before its token is. */
const pages = (...early: ReturnType<typeof middleware.endedSession>[]) => [
  middleware.private(),
  middleware.session(),
  ...early,
  middleware.shield(),
  middleware.auth(),
  middleware.locale(),
]

export const forPages = pages()

/** The public API. */
export const forReads = [middleware.rateLimit({ class: 'read' })]
export const forSearches = [middleware.rateLimit({ class: 'search' })]
export const forLogins = [middleware.rateLimit({ class: 'auth' })]
/** Whoever holds a token of a login, whatever the role. */
export const forRenewals = [
  middleware.private(),
  middleware.auth(),
  middleware.rateLimit({ class: 'write' }),
]

/** Carts, checkouts and orders: each is for one buyer, who has an account or none. */
export const forPurchases = (rateClass: 'read' | 'write' | 'auth') => [
  middleware.private(),
  middleware.auth(),
  middleware.customer({ guests: true }),
  middleware.rateLimit({ class: rateClass }),
  ...(rateClass === 'write' ? [middleware.replay({ by: ['x-cart-token'] })] : []),
]

/** What gateways call: a header of theirs that looks like a login is none of ours. */
export const forHints = [middleware.private(), middleware.rateLimit({ class: 'write' })]

/** Opening an account and logging in to the shop. */
export const forEntrances = [middleware.private(), middleware.rateLimit({ class: 'auth' })]

/** What is of one customer. */
export const forCustomers = (rateClass: 'read' | 'write') => [
  middleware.private(),
  middleware.auth(),
  middleware.customer({ guests: false }),
  middleware.rateLimit({ class: rateClass }),
  ...(rateClass === 'write' ? [middleware.replay({})] : []),
]

const forStaffPrograms = (purpose: Purpose, rateClass: 'read' | 'write' | 'export') => [
  middleware.private(),
  middleware.auth(),
  middleware.staff({ guard: 'staffApi', purpose }),
  middleware.rateLimit({ class: rateClass }),
]

/** The staff API: a token in a header tells who asks, the purpose what right that takes. */
export const forStaffApi = (
  purpose: Purpose,
  rateClass: Parameters<typeof forStaffPrograms>[1] = 'read'
) => [
  ...forStaffPrograms(purpose, rateClass),
  ...(rateClass === 'write' ? [middleware.replay({})] : []),
]

/** A file from a program: its bytes, too, tell whether the request was sent before. */
export const forStaffApiUploads = (purpose: Purpose) => [
  ...forStaffPrograms(purpose, 'write'),
  middleware.upload(),
  middleware.replay({}),
]

/** Pages of the back office. Some take a second right: a file of a list takes that to files, and that to the list. */
export const forStaffPages = (purpose: Purpose, also?: Ability) => [
  ...pages(middleware.endedSession()),
  middleware.staff({ guard: 'staffWeb', purpose, also }),
]

/** Forms with a file: who sends it is known before it is received, and its token is among its fields. */
export const forStaffUploads = (purpose: Purpose) => [
  middleware.private(),
  middleware.session(),
  middleware.auth(),
  middleware.locale(),
  middleware.staff({ guard: 'staffWeb', purpose }),
  middleware.upload(),
  middleware.shield(),
]
