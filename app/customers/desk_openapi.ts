import vine from '@vinejs/vine'
import {
  customerIdValidator,
  customerListValidator,
  erasureValidator,
  membershipValidator,
} from '#app/customers/desk_validators'
import { count, instant, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { addressFields } from '#app/tunisia/address'

const row = {
  id: count(),
  fullName: text(),
  email: text(),
  phone: text().nullable(),
  locale: text(),
  group: vine.object({ code: text(), name: text() }).nullable(),
  lastSeenAt: instant().nullable(),
  createdAt: instant(),
  version: count(),
}

const sheet = one(
  vine.object({
    ...row,
    addresses: vine.array(vine.object({ id: count(), ...addressFields() })),
    vehicles: vine.array(count()),
  })
)

/** Everything that is kept of a person, by the feature that keeps it. */
export const personalData = () => one(vine.any().meta({ type: 'object' }))

const staff = { tag: 'Customers (staff)', staff: true }
const about = { ...staff, params: customerIdValidator }

describeRoutes({
  'admin.customers.index': {
    ...staff,
    summary: 'Customers, newest first; q is a name, an e-mail address or a telephone',
    query: customerListValidator,
    answer: page(vine.object(row)),
  },
  'admin.customers.show': {
    ...about,
    summary: 'A customer with addresses and cars (ids of vehicle types)',
    answer: sheet,
  },
  'admin.customers.update': {
    ...about,
    summary: 'Put a customer into a customer group, or with null out of it',
    body: membershipValidator,
    answer: sheet,
    problems: [400, 412],
  },
  'admin.customers.export': {
    ...about,
    summary: 'Everything that is kept of a customer; the audit log keeps who took it',
    answer: personalData(),
  },
  'admin.customers.erase': {
    ...about,
    summary:
      'Erase a customer for ever, and whom orders were for; not while an order is on its way',
    body: erasureValidator,
    status: 204,
    problems: [409],
  },
})
