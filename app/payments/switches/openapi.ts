import vine from '@vinejs/vine'
import { count, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'
import { MODES } from '#app/payments/switches/payment_switches'
import { switchValidator, switchedMethodValidator } from '#app/payments/switches/switch_validators'

const paymentSwitch = vine.object({
  method: vine.enum(PAYMENT_METHODS),
  isOn: truth(),
  isOffered: truth(),
  mode: vine.enum(MODES).nullable(),
  settings: vine.array(vine.object({ name: text(), isSet: truth() })),
  step: count(),
})

const staff = { tag: 'Payments (staff)', staff: true }

describeRoutes({
  'admin.payment_methods.index': {
    ...staff,
    summary:
      'Every way to pay: whether buyers are offered it, and which settings it has; never a secret',
    answer: page(paymentSwitch),
  },
  'admin.payment_methods.update': {
    ...staff,
    params: switchedMethodValidator,
    summary: 'Offer buyers a way to pay, or not; the last one stays',
    body: switchValidator,
    status: 204,
    problems: [409],
  },
})
