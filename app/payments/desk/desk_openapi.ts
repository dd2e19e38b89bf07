import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { count, instant, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { DECISIONS } from '#app/payments/payment'
import {
  decisionValidator,
  documentValidator,
  paymentListValidator,
  refundIdValidator,
  refundValidator,
} from '#app/payments/desk/desk_validators'
import { paymentFields } from '#app/payments/intents/payment_schema'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { REFUND_STATES } from '#app/payments/refunds/refund'

const fields = () => ({
  ...paymentFields(),
  attempt: count(),
  reference: text(),
  gatewayRef: text().nullable(),
  captured: moneySchema(),
  document: text().nullable(),
  alert: text().nullable(),
  decision: vine.enum(DECISIONS).nullable(),
  stateSince: instant(),
  createdAt: instant(),
})

const refund = vine.object({
  id: text(),
  amount: moneySchema(),
  state: vine.enum(REFUND_STATES),
  reason: text(),
  lines: vine.array(vine.object({ sku: text(), quantity: count() })).nullable(),
  document: text().nullable(),
  failure: text().nullable(),
  createdAt: instant(),
  doneAt: instant().nullable(),
})

const staff = { tag: 'Payments (staff)', staff: true }
const change = { ...staff, params: paymentIdValidator, problems: [409] }

describeRoutes({
  'admin.payments.index': {
    ...staff,
    summary: 'Payments, newest first; a queue is what waits for somebody',
    query: paymentListValidator,
    answer: page(vine.object(fields())),
  },
  'admin.payments.show': {
    ...staff,
    params: paymentIdValidator,
    summary: 'A payment with its refunds',
    answer: one(vine.object({ ...fields(), refunds: vine.array(refund) })),
  },
  'admin.payments.check': {
    ...change,
    summary: 'Read a payment at its gateway, now',
    answer: one(vine.object(fields())),
  },
  'admin.payments.receive': {
    ...change,
    summary: 'The bank has the money of a transfer, under this number',
    body: documentValidator,
    status: 204,
  },
  'admin.payments.decide': {
    ...change,
    summary:
      'Say what becomes of money that does not fit: `accepted` pays the order with what came, `closed` gives the attempt up and the money goes back at the gateway',
    body: decisionValidator,
    status: 204,
  },
  'admin.payments.refund': {
    answersOnce: 'required',
    ...change,
    summary: 'Pay back an amount, pieces, or all that is left; needs an Idempotency-Key',
    body: refundValidator,
    status: 201,
    answer: one(refund),
  },
  'admin.payments.finish_refund': {
    ...change,
    params: refundIdValidator,
    summary: 'A refund was given back by hand, under this number',
    body: documentValidator,
    status: 204,
  },
})
