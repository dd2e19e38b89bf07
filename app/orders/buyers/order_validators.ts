import vine from '@vinejs/vine'
import { text } from '#app/platform/http/input'

export const orderNumberValidator = vine.create({ number: text({ max: 30 }) })
export const orderTokenValidator = vine.create({ token: text({ max: 500 }).optional() })
export const orderCancellationValidator = vine.create({
  token: text({ max: 500 }).optional(),
  reason: text({ max: 500 }).optional(),
})
export const orderTrackingValidator = vine.create({
  number: text({ max: 30 }),
  phoneLast4: vine
    .string()
    .trim()
    .fixedLength(4)
    .regex(/^\d{4}$/),
})
