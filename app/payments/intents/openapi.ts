import vine from '@vinejs/vine'
import { one, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { paymentSchema } from '#app/payments/intents/payment_schema'
import {
  hintQueryValidator,
  intentValidator,
  paymentIdValidator,
  providerValidator,
} from '#app/payments/intents/payment_validators'

const tag = 'Payments'
const hint = {
  tag,
  params: providerValidator,
  query: hintQueryValidator,
  answer: one(vine.object({ received: truth() })),
  problems: [400, 401, 404],
}

describeRoutes({
  'payments.intents.store': {
    tag,
    answersOnce: 'required',
    summary:
      'Pay an order in another way, or again; needs an Idempotency-Key. With its token or a login it takes the place of what is open, by the number alone it waits beside it until its money has come',
    body: intentValidator,
    status: 201,
    answer: one(paymentSchema()),
    problems: [404, 409],
  },
  'payments.intents.show': {
    tag,
    summary: 'A payment as it is known; `unknown` is being verified',
    params: paymentIdValidator,
    answer: one(paymentSchema()),
  },
  'payments.intents.confirm': {
    tag,
    summary: 'Read a payment at its gateway, when the buyer is back',
    params: paymentIdValidator,
    answer: one(paymentSchema()),
  },
  'webhooks.payments.look': {
    ...hint,
    summary: 'A gateway says that there is something to see (Konnect)',
  },
  'webhooks.payments.store': {
    ...hint,
    summary: 'A gateway says that there is something to see; signatures are checked',
  },
})
