import vine from '@vinejs/vine'
import { text } from '#app/platform/http/input'

/** Numbers as they are pasted. */
export const numbersFormValidator = vine.create({
  kind: vine.enum(['oe', 'cross', 'trade', 'supplier'] as const),
  owner: text({ max: 80 }).nullable().optional(),
  numbers: text({ max: 10_000 }),
})
