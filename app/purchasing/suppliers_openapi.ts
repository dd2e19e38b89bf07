import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { count, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import {
  offerInputValidator,
  offerPlaceValidator,
  supplierIdValidator,
  supplierInputValidator,
  supplierListValidator,
  supplierPatchValidator,
} from '#app/purchasing/supplier_validators'

const staff = { tag: 'Purchasing (staff)', staff: true }

const leadTime = () =>
  vine.object({ deliveries: count(), median: count(), ninetieth: count() }).nullable()

const fields = {
  id: count(),
  name: text(),
  contactName: text().nullable(),
  email: text().nullable(),
  phone: text().nullable(),
  address: text().nullable(),
  currency: vine.literal('TND'),
  paymentDays: count(),
  leadDays: vine.number().meta({ type: 'integer' }).nullable(),
  minimumOrder: moneySchema(),
  notes: text().nullable(),
  active: truth(),
  openOrders: count(),
}
const detail = vine.object({ ...fields, leadTime: leadTime() })

describeRoutes({
  'admin.suppliers.index': {
    ...staff,
    summary: 'Suppliers by name',
    query: supplierListValidator,
    answer: page(vine.object(fields)),
  },
  'admin.suppliers.show': {
    ...staff,
    summary: 'A supplier, with how many days its deliveries have taken',
    params: supplierIdValidator,
    answer: one(detail),
    problems: [404],
  },
  'admin.suppliers.store': {
    ...staff,
    summary: 'Add a supplier; its name is what its lists and numbers are imported under',
    body: supplierInputValidator,
    status: 201,
    answer: one(detail),
    problems: [409],
  },
  'admin.suppliers.update': {
    ...staff,
    summary: 'Change a supplier; one that is not bought from any more is made inactive',
    params: supplierIdValidator,
    body: supplierPatchValidator,
    answer: one(detail),
    problems: [404, 409],
  },
  'admin.suppliers.offers.index': {
    ...staff,
    summary: 'What a supplier asks for products, newest first',
    params: supplierIdValidator,
    query: pagingValidator,
    answer: page(
      vine.object({
        product: vine.object({ id: count(), sku: text(), name: text() }),
        reference: text().nullable(),
        cost: moneySchema().optional(),
        pack: count(),
        minimum: count(),
        leadDays: vine.number().meta({ type: 'integer' }).nullable(),
        leadTime: leadTime(),
      })
    ),
    problems: [404],
  },
  'admin.suppliers.offers.update': {
    ...staff,
    summary: 'What a supplier asks for a product, in place of what it asked before',
    params: offerPlaceValidator,
    body: offerInputValidator,
    status: 204,
    problems: [404],
  },
  'admin.suppliers.offers.destroy': {
    ...staff,
    summary: 'A supplier does not offer a product any more',
    params: offerPlaceValidator,
    status: 204,
    problems: [404],
  },
})
