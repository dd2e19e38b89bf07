import vine from '@vinejs/vine'
import { count, instant, one, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import {
  loginValidator,
  profileValidator,
  refreshValidator,
  registrationValidator,
  sessionIdValidator,
} from '#app/customers/account_validators'

const text = () => vine.string()

const customer = vine.object({
  id: count(),
  fullName: text(),
  email: text(),
  phone: text().nullable(),
  locale: text(),
  version: count(),
})

const login = vine.object({
  accessToken: text(),
  expiresIn: count(),
  refreshToken: text(),
  customer,
})

const session = vine.object({
  id: text(),
  device: text(),
  ip: text().nullable(),
  createdAt: instant(),
  lastSeenAt: instant(),
  current: truth(),
})

const logins = { tag: 'Accounts' }
const own = { tag: 'Own account', customer: 'required' } as const

describeRoutes({
  'auth.register': {
    ...logins,
    summary: 'Open an account and log in; the cart of X-Cart-Token becomes the customer’s',
    body: registrationValidator,
    status: 201,
    answer: one(login),
    problems: [409, 429, 503],
  },
  'auth.login': {
    ...logins,
    summary:
      'Log in for an access token (15 minutes) and a refresh token; the cart of X-Cart-Token becomes the customer’s',
    body: loginValidator,
    answer: one(login),
    problems: [401, 429, 503],
  },
  'auth.refresh': {
    ...logins,
    summary: 'Renew a login; the refresh token is replaced by the next one',
    body: refreshValidator,
    answer: one(login),
    problems: [401],
  },
  'auth.logout': {
    ...logins,
    customer: 'required',
    summary: 'End the login of this access token',
    status: 204,
  },
  'me.show': { ...own, summary: 'The account of this login', answer: one(customer) },
  'me.update': {
    ...own,
    summary: 'Change name, telephone or language; If-Match names the version seen',
    body: profileValidator,
    answer: one(customer),
    problems: [400, 412],
  },
  'me.sessions.index': {
    ...own,
    summary: 'Where this customer is logged in, the one seen last first',
    answer: one(vine.array(session)),
  },
  'me.sessions.destroy': {
    ...own,
    summary: 'End one of these logins',
    params: sessionIdValidator,
    status: 204,
  },
})
