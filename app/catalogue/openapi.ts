import vine from '@vinejs/vine'
import { brandValidator, categoryValidator } from '#app/catalogue/catalogue_validators'
import { priceAlarmIdValidator } from '#app/catalogue/prices/price_alarm_validators'
import {
  adminProductListValidator,
  priceChangeValidator,
  productIdValidator,
  productPatchValidator,
  productValidator,
} from '#app/catalogue/products/product_validators'
import { moneySchema } from '#app/money/money_schema'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { LEFT_OUT } from '#app/platform/openapi/answer_schema'
import { count, instant, one, page, text, truth } from '#app/platform/openapi/answers'
import {
  describeRoutes,
  describeSchema,
  named as schemaNamed,
} from '#app/platform/openapi/operation'

const named = () => vine.object({ slug: text(), name: text() })

const brandItem = { slug: text(), name: text(), logoUrl: text().nullable(), count: count() }

const categoryNode = {
  slug: text(),
  name: text(),
  count: count(),
  // The tree has any depth.
  children: vine.array(schemaNamed('Category')),
}
describeSchema('Category', vine.object(categoryNode))

const product = vine.object({
  id: count(),
  sku: text(),
  slug: text(),
  name: text(),
  nameAr: text().nullable(),
  brand: named(),
  category: named().nullable(),
  mpn: text().nullable(),
  description: text().nullable(),
  descriptionAr: text().nullable(),
  status: text(),
  quality: text(),
  price: moneySchema().nullable(),
  compareAtPrice: moneySchema().nullable(),
  cost: moneySchema().nullable().optional().meta(LEFT_OUT),
  taxRate: count(),
  warrantyMonths: count().nullable(),
  supersededBy: text().nullable(),
  weightG: count().nullable(),
  gtin: text().nullable(),
  coreCharge: moneySchema(),
  orderable: truth(),
  minQuantity: count(),
  packSize: count(),
  /** What its sheet says, by code. */
  attributes: vine.record(vine.any().meta({ type: ['string', 'number', 'boolean'] })),
  version: count(),
  createdAt: instant(),
  updatedAt: instant(),
})

const priceChange = vine.object({
  id: count(),
  at: instant(),
  oldPrice: moneySchema().nullable(),
  newPrice: moneySchema().nullable(),
  oldCost: moneySchema().nullable().optional().meta(LEFT_OUT),
  newCost: moneySchema().nullable().optional().meta(LEFT_OUT),
  actor: text(),
  reason: text().nullable(),
  importId: count().nullable(),
})

const priceAlarm = vine.object({
  id: count(),
  product: vine.object({ id: count(), sku: text(), name: text() }),
  oldPrice: moneySchema(),
  newPrice: moneySchema(),
  at: instant(),
  author: text(),
  reason: text().nullable(),
})

const brands = { tag: 'Brands', tagged: true }
const categories = { tag: 'Categories', tagged: true }
const products = { tag: 'Products (staff)', staff: true, params: productIdValidator }
const writing = { problems: [400, 409, 412] }

describeRoutes({
  'brands.index': {
    ...brands,
    summary: 'Brands by name, with the number of their products',
    query: pagingValidator,
    answer: page(vine.object(brandItem)),
  },
  'brands.show': {
    ...brands,
    summary: 'A brand',
    params: brandValidator,
    answer: one(
      vine.object({ ...brandItem, website: text().nullable(), description: text().nullable() })
    ),
  },
  'categories.index': {
    ...categories,
    summary: 'The category tree, counted',
    answer: page(schemaNamed('Category')),
  },
  'categories.show': {
    ...categories,
    summary: 'A category by its whole path; former paths answer 301',
    params: categoryValidator,
    moves: true,
    answer: one(
      vine.object({
        ...categoryNode,
        description: text().nullable(),
        breadcrumbs: vine.array(named()),
      })
    ),
  },
  'admin.products.index': {
    tag: products.tag,
    staff: true,
    summary: 'Products of any status, newest first',
    query: adminProductListValidator,
    answer: page(product),
  },
  'admin.products.store': {
    tag: products.tag,
    staff: true,
    ...writing,
    summary: 'Add a product',
    body: productValidator,
    status: 201,
    answer: one(product),
  },
  'admin.products.show': { ...products, summary: 'A product', answer: one(product) },
  'admin.products.update': {
    ...products,
    ...writing,
    summary:
      'Change a product; If-Match names the version seen. PUT needs what every product has; in both what is left out stays',
    body: productPatchValidator,
    whole: productValidator,
    answer: one(product),
  },
  'admin.products.destroy': {
    ...products,
    ...writing,
    summary: 'Take a product out of the catalogue',
    status: 204,
  },
  'admin.products.price_changes.index': {
    ...products,
    summary: 'Price history, newest first',
    query: pagingValidator,
    answer: page(priceChange),
  },
  'admin.products.price_changes.store': {
    ...products,
    ...writing,
    summary: 'Change a price by hand, with a reason',
    body: priceChangeValidator,
    status: 201,
    answer: one(product),
  },
  'admin.price_alarms.index': {
    tag: products.tag,
    staff: true,
    summary: 'Prices that changed by more than 15 % and that nobody has looked at, newest first',
    query: pagingValidator,
    answer: page(priceAlarm),
  },
  'admin.price_alarms.update': {
    tag: products.tag,
    staff: true,
    params: priceAlarmIdValidator,
    summary: 'Somebody has looked at it',
    status: 204,
  },
})
