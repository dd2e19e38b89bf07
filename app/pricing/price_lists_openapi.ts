import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { count, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import {
  customerGroupIdValidator,
  customerGroupValidator,
  groupNameValidator,
} from '#app/pricing/customer_group_validators'
import {
  PRICE_LIST_STATES,
  priceListIdValidator,
  priceListsValidator,
  priceListValidator,
  priceRuleIdValidator,
  priceRuleValidator,
} from '#app/pricing/price_list_validators'

const group = vine.object({
  id: count(),
  code: text(),
  name: text(),
  ...{ customers: count(), priceLists: count(), promotions: count() },
  version: count(),
})

const list = vine.object({
  id: count(),
  name: text(),
  group: text().nullable(),
  minQuantity: count(),
  startsOn: text().nullable(),
  endsOn: text().nullable(),
  isActive: truth(),
  rules: count(),
  state: vine.enum(PRICE_LIST_STATES),
  version: count(),
})

const span = () => vine.object({ from: moneySchema(), to: moneySchema() })

const rule = vine.object({
  id: count(),
  sku: text().nullable(),
  brand: text().nullable(),
  category: text().nullable(),
  price: moneySchema().nullable(),
  percentOff: count().nullable(),
  shelf: span().nullable(),
  result: span().nullable(),
  warnings: vine.array(vine.enum(['above_shelf'] as const)),
  otherLists: vine.array(vine.object({ id: count(), name: text() })),
})

const priceOfGroup = vine.object({
  list: vine.object({ id: count(), name: text() }),
  group: text().nullable(),
  minQuantity: count(),
  startsOn: text().nullable(),
  endsOn: text().nullable(),
  state: vine.enum(PRICE_LIST_STATES),
  price: moneySchema(),
})

const groups = { tag: 'Customer groups (staff)', staff: true }
const oneGroup = { ...groups, params: customerGroupIdValidator }
const lists = { tag: 'Price lists (staff)', staff: true }
const oneList = { ...lists, params: priceListIdValidator }

describeRoutes({
  'admin.customer_groups.index': {
    ...groups,
    summary: 'Who buys on terms of their own, by name',
    answer: page(group),
  },
  'admin.customer_groups.store': {
    ...groups,
    summary: 'Create a customer group',
    body: customerGroupValidator,
    status: 201,
    answer: one(group),
    problems: [409],
  },
  'admin.customer_groups.show': { ...oneGroup, summary: 'A customer group', answer: one(group) },
  'admin.customer_groups.update': {
    ...oneGroup,
    summary: 'Call a customer group by another name; its code stays',
    body: groupNameValidator,
    answer: one(group),
    problems: [400, 412],
  },
  'admin.customer_groups.destroy': {
    ...oneGroup,
    summary: 'Delete a customer group that nothing uses',
    status: 204,
    problems: [400, 409, 412],
  },
  'admin.price_lists.index': {
    ...lists,
    summary: 'Price lists, newest first',
    query: priceListsValidator,
    answer: page(list),
  },
  'admin.price_lists.store': {
    ...lists,
    summary:
      'Create a price list for a group or for everybody, from a quantity on, between two days',
    body: priceListValidator,
    status: 201,
    answer: one(list),
  },
  'admin.price_lists.show': { ...oneList, summary: 'A price list', answer: one(list) },
  'admin.price_lists.update': {
    ...oneList,
    summary: 'Replace what a price list says of itself; its rules stay. isActive: false ends it',
    body: priceListValidator,
    answer: one(list),
    problems: [400, 412],
  },
  'admin.price_lists.destroy': {
    ...oneList,
    summary: 'Delete a price list with its rules',
    status: 204,
    problems: [400, 412],
  },
  'admin.price_lists.rules.index': {
    ...oneList,
    summary: 'Its rules, newest first, with what they make of the prices of today',
    query: pagingValidator,
    answer: page(rule),
  },
  'admin.price_lists.rules.store': {
    ...oneList,
    summary:
      'Say what a product, brand or category costs; what the list said of it before is replaced',
    body: priceRuleValidator,
    status: 201,
    answer: one(rule),
    problems: [400, 412],
  },
  'admin.price_lists.rules.destroy': {
    ...lists,
    params: priceRuleIdValidator,
    summary: 'Take a rule out of a price list',
    status: 204,
    problems: [400, 412],
  },
  'admin.group_prices.index': {
    ...oneList,
    summary: 'Which groups pay what for a product, now and later: the best price counts',
    answer: page(priceOfGroup),
  },
})
