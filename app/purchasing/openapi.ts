import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { LEFT_OUT } from '#app/platform/openapi/answer_schema'
import { count, instant, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { PURCHASE_STATES } from '#app/purchasing/purchase_order_state'
import {
  purchaseInputValidator,
  purchaseLinesValidator,
  purchaseListValidator,
  purchaseMoveInputValidator,
  purchaseMoveValidator,
  purchaseNumberValidator,
  purchasePatchValidator,
  receiptValidator,
  suggestedValidator,
  suggestionListValidator,
} from '#app/purchasing/purchase_validators'

const staff = { tag: 'Purchasing (staff)', staff: true }
const numbered = { ...staff, params: purchaseNumberValidator }
const product = () => vine.object({ id: count(), sku: text(), name: text() })
const supplier = () => vine.object({ id: count(), name: text() })

const purchaseOrder = vine.object({
  number: text(),
  state: vine.enum(PURCHASE_STATES),
  supplier: supplier(),
  location: text(),
  supplierReference: text().nullable(),
  expectedOn: text().nullable(),
  notes: text().nullable(),
  createdAt: instant(),
  sentAt: instant().nullable(),
  total: moneySchema().optional(),
  lines: vine.array(
    vine.object({
      product: product(),
      reference: text().nullable(),
      ordered: count(),
      received: count(),
      refused: count(),
      cost: moneySchema().optional(),
    })
  ),
  receipts: vine.array(
    vine.object({
      number: text(),
      deliveryNote: text().nullable(),
      at: instant(),
      accepted: count(),
      refused: count(),
      difference: moneySchema().optional(),
      invoiced: vine
        .array(
          vine.object({
            sku: text(),
            accepted: count(),
            orderedCost: moneySchema(),
            invoicedCost: moneySchema(),
          })
        )
        .optional(),
    })
  ),
})

describeRoutes({
  'admin.purchase_orders.index': {
    ...staff,
    summary: 'Orders to suppliers, newest first; late are those that should have come',
    query: purchaseListValidator,
    answer: page(
      vine.object({
        number: text(),
        state: vine.enum(PURCHASE_STATES),
        supplier: supplier(),
        expectedOn: text().nullable(),
        late: truth(),
        ordered: count(),
        received: count(),
        total: moneySchema().optional(),
        createdAt: instant(),
      })
    ),
  },
  'admin.purchase_orders.show': {
    ...numbered,
    summary:
      'An order to a supplier; amounts, in millimes without tax, for those who may know costs',
    answer: one(purchaseOrder),
    problems: [404],
  },
  'admin.purchase_orders.store': {
    ...staff,
    summary: 'Begin an order; a line without a cost gets what the supplier asks',
    body: purchaseInputValidator,
    status: 201,
    answer: one(purchaseOrder),
  },
  'admin.purchase_orders.update': {
    ...numbered,
    summary: 'Change what is said about an order',
    body: purchasePatchValidator,
    answer: one(purchaseOrder),
    problems: [404, 409],
  },
  'admin.purchase_orders.lines': {
    ...numbered,
    summary: 'Replace the lines of a draft',
    body: purchaseLinesValidator,
    status: 204,
    problems: [404, 409],
  },
  'admin.purchase_orders.moves.store': {
    ...staff,
    params: purchaseMoveValidator,
    summary: 'Send it (a mail leaves, unless mail is false), confirm, close or cancel it',
    body: purchaseMoveInputValidator,
    status: 204,
    problems: [404, 409],
  },
  'admin.purchase_orders.receipts.store': {
    ...numbered,
    answersOnce: 'optional',
    summary: 'Take a delivery in; with the same Idempotency-Key again it is the same receipt',
    body: receiptValidator,
    status: 201,
    answer: one(vine.object({ number: text(), state: vine.enum(PURCHASE_STATES) })),
    problems: [404, 409],
  },
  'admin.purchase_suggestions.index': {
    ...staff,
    summary: 'What is below its low-stock limit, and what to order of it from whom',
    query: suggestionListValidator,
    answer: page(
      vine.object({
        product: product(),
        available: count(),
        backordered: count(),
        incoming: count(),
        lowStockAt: count(),
        supplier: supplier().nullable(),
        reference: text().nullable(),
        quantity: count(),
        cost: moneySchema().nullable().optional().meta(LEFT_OUT),
      })
    ),
  },
  'admin.purchase_suggestions.store': {
    ...staff,
    summary: 'Put what is suggested onto drafts, one for each supplier',
    body: suggestedValidator,
    status: 201,
    answer: page(vine.object({ number: text(), supplier: text(), lines: count() })),
  },
})
