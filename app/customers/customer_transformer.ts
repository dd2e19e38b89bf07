import { ACCESS_TOKEN_TTL } from '#app/platform/auth/access_token'
import type { OpenLogin } from '#app/platform/auth/logins'
import type { Locale } from '#app/platform/http/locale'
import { delegationName } from '#app/tunisia/place_names'
import type Customer from '#app/customers/customer'
import type CustomerAddress from '#app/customers/customer_address'
import type { CustomerLogin } from '#app/customers/customer_logins'
import type { CustomerRow } from '#app/customers/customers_query'

/** An account, as its owner sees it. */
export const customerAnswer = (customer: Customer) => ({
  id: customer.id,
  fullName: customer.fullName,
  email: customer.email,
  phone: customer.phone,
  locale: customer.locale,
  version: customer.version,
})

/** Where parts are sent, with its delegation in a language. */
export const addressAnswer = (address: CustomerAddress, locale: Locale) => ({
  id: address.id,
  fullName: address.fullName,
  phone: address.phone,
  governorate: address.governorate,
  delegation: delegationName(address.delegation, address.governorate, locale),
  address: address.address,
  postalCode: address.postalCode,
  notes: address.notes,
})

/** What a login gives, or renewing it. `expiresIn` is in seconds. */
export const loginAnswer = ({ accessToken, refreshToken, customer }: CustomerLogin) => ({
  accessToken,
  expiresIn: ACCESS_TOKEN_TTL,
  refreshToken,
  customer: customerAnswer(customer),
})

/** A login among those of an account; `current` is the one that asks. */
export const sessionAnswer = (login: OpenLogin, current: string) => ({
  id: login.sid,
  device: login.device,
  ip: login.ip,
  createdAt: login.createdAt.toISOString(),
  lastSeenAt: login.lastSeenAt.toISOString(),
  current: login.sid === current,
})

/** An account in a list for staff. */
export const customerRowAnswer = ({ groupName, ...customer }: CustomerRow) => ({
  id: customer.id,
  fullName: customer.fullName,
  email: customer.email,
  phone: customer.phone,
  locale: customer.locale,
  group: customer.group && { code: customer.group, name: groupName! },
  lastSeenAt: customer.lastSeenAt?.toISOString() ?? null,
  createdAt: customer.createdAt.toISOString(),
  version: customer.version,
})

/** The same with where parts are sent, and for which cars: ids of vehicle types. */
export const customerDetailAnswer = (
  customer: CustomerRow,
  addresses: CustomerAddress[],
  vehicles: number[]
) => ({
  ...customerRowAnswer(customer),
  addresses: addresses.map((address) => addressAnswer(address, 'fr')),
  vehicles,
})
