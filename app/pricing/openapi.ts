import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { count, instant, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { PROMOTION_KINDS } from '#app/pricing/promotion'
import {
  PROMOTION_STATES,
  promotionIdValidator,
  promotionListValidator,
  promotionValidator,
} from '#app/pricing/promotion_validators'

const promotion = vine.object({
  id: count(),
  name: text(),
  code: text().nullable(),
  kind: vine.enum(PROMOTION_KINDS),
  percent: count().nullable(),
  amount: moneySchema().nullable(),
  buy: count().nullable(),
  get: count().nullable(),
  brand: text().nullable(),
  category: text().nullable(),
  group: text().nullable(),
  minSubtotal: moneySchema(),
  startsOn: text().nullable(),
  endsOn: text().nullable(),
  maxUses: count().nullable(),
  ...{ oncePerCustomer: truth(), combines: truth(), isActive: truth() },
  uses: count(),
  given: moneySchema(),
  state: vine.enum(PROMOTION_STATES),
  version: count(),
})

const redemption = vine.object({
  holder: text(),
  amount: moneySchema(),
  redeemedAt: instant(),
  releasedAt: instant().nullable(),
})

const staff = { tag: 'Promotions (staff)', staff: true }
const about = { ...staff, params: promotionIdValidator }

describeRoutes({
  'admin.promotions.index': {
    ...staff,
    summary: 'Promotions, newest first: coupons, and those without a code that come by themselves',
    query: promotionListValidator,
    answer: page(promotion),
  },
  'admin.promotions.store': {
    ...staff,
    summary: 'Create a promotion; each kind needs its own numbers',
    body: promotionValidator,
    status: 201,
    answer: one(promotion),
    problems: [409],
  },
  'admin.promotions.show': { ...about, summary: 'A promotion', answer: one(promotion) },
  'admin.promotions.update': {
    ...about,
    summary: 'Replace a promotion; isActive: false ends it. What was given stays given',
    body: promotionValidator,
    answer: one(promotion),
    problems: [400, 409, 412],
  },
  'admin.promotions.redemptions': {
    ...about,
    summary: 'Which orders used it, newest first',
    query: pagingValidator,
    answer: page(redemption),
  },
})
