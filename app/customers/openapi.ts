import vine from '@vinejs/vine'
import { typeInFull } from '#app/fitment/openapi'
import { garageValidator, vehicleTypeValidator } from '#app/fitment/vehicles/vehicle_validators'
import { count, instant, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { addressFields, addressValidator } from '#app/tunisia/address'
import { personalData } from '#app/customers/desk_openapi'
import {
  addressIdValidator,
  forgottenPasswordValidator,
  loginValidator,
  newPasswordValidator,
  ownErasureValidator,
  profileValidator,
  refreshValidator,
  registrationValidator,
  sessionIdValidator,
} from '#app/customers/account_validators'

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

const address = vine.object({ id: count(), ...addressFields() })
const garage = page(vine.object(typeInFull))

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
      'Log in by address, or by a telephone that no other account has, for an access token (15 minutes) and a refresh token; the cart of X-Cart-Token becomes the customer’s',
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
  'auth.forgot': {
    ...logins,
    summary:
      'Mail a link to a new password, when the address has an account; the answer never tells',
    body: forgottenPasswordValidator,
    status: 204,
  },
  'auth.reset': {
    ...logins,
    summary: 'Set a new password with the token of that link; every login of the account ends',
    body: newPasswordValidator,
    status: 204,
    problems: [503],
  },
  'me.show': { ...own, summary: 'The account of this login', answer: one(customer) },
  'me.update': {
    ...own,
    summary: 'Change name, telephone or language; If-Match names the version seen',
    body: profileValidator,
    answer: one(customer),
    problems: [400, 412],
  },
  'me.export': {
    ...own,
    summary: 'Everything that the shop keeps of this customer, to take along',
    answer: personalData(),
  },
  'me.erase': {
    ...own,
    summary:
      'Erase the account for ever, and whom its orders were for; not while an order is on its way',
    body: ownErasureValidator,
    status: 204,
    problems: [409, 503],
  },
  'me.sessions.index': {
    ...own,
    summary: 'Where this customer is logged in, the one seen last first',
    answer: page(session),
  },
  'me.sessions.destroy': {
    ...own,
    summary: 'End one of these logins',
    params: sessionIdValidator,
    status: 204,
  },
  'me.addresses.index': {
    ...own,
    summary: 'The addresses of this customer, the newest first',
    answer: page(address),
  },
  'me.addresses.store': {
    ...own,
    summary: 'Add an address: governorate and delegation by name, in French or Arabic',
    body: addressValidator,
    status: 201,
    answer: one(address),
  },
  'me.addresses.show': {
    ...own,
    summary: 'An address',
    params: addressIdValidator,
    answer: one(address),
  },
  'me.addresses.update': {
    ...own,
    summary: 'Replace an address',
    params: addressIdValidator,
    body: addressValidator,
    answer: one(address),
  },
  'me.addresses.destroy': {
    ...own,
    summary: 'Take an address out',
    params: addressIdValidator,
    status: 204,
  },
  'me.vehicles.index': {
    ...own,
    summary: 'The cars of this customer, the newest first',
    answer: garage,
  },
  'me.vehicles.store': {
    ...own,
    summary: 'Add a car',
    body: garageValidator,
    status: 201,
    answer: garage,
    problems: [404],
  },
  'me.vehicles.destroy': {
    ...own,
    summary: 'Take a car out',
    params: vehicleTypeValidator,
    status: 204,
  },
})
