import vine from '@vinejs/vine'
import { emptyIsNone, text } from '#app/platform/http/input'
import { latinDigits } from '#app/platform/text/latin_digits'

/** The number of an order as people write it down: `sap 2026 000123` is `SAP-2026-000123`. */
export const orderNumber = () =>
  text({ max: 30 }).transform((written) =>
    latinDigits(written)
      .toUpperCase()
      .replace(/[\s-]+/g, '-')
  )

export const orderNumberValidator = vine.create({ number: orderNumber() })
export const orderTokenValidator = vine.create({ token: text({ max: 500 }).optional() })
export const orderCancellationValidator = vine.create({
  token: text({ max: 500 }).optional(),
  reason: text({ max: 500 }).parse(emptyIsNone).optional(),
})
export const orderTrackingValidator = vine.create({
  number: orderNumber(),
  phoneLast4: vine
    .string()
    .trim()
    .fixedLength(4)
    .regex(/^[0-9٠-٩۰-۹]{4}$/)
    .transform(latinDigits),
})
