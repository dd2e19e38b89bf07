import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { skuInput } from '#app/catalogue/products/sku_input'
import { digits, text } from '#app/platform/http/input'
import type { Item } from '#app/quotes/draw_up_quote'

const MOST_PARTS = 50
/** A quote that staff are still writing: all of it stands in the address of its form. */
const draftFields = () => ({
  sku: vine.array(skuInput()).maxLength(MOST_PARTS).optional(),
  quantity: vine
    .array(digits({ max: 999 }))
    .maxLength(MOST_PARTS)
    .optional(),
  fullName: text({ max: 100 }).optional(),
  phone: text({ max: 30 }).optional(),
  /** Words that a part is looked for with. */
  q: text({ max: 200 }).optional(),
})

export const draftValidator = vine.create(draftFields())

/** The same as it is sent: looked for, or a part added or taken out by its button. */
export const draftFormValidator = vine.create({
  ...draftFields(),
  look: text({ max: 1 }).optional(),
  add: skuInput().optional(),
  drop: skuInput().optional(),
})

export const draftedContactValidator = vine.create({
  fullName: text({ min: 3, max: 100 }),
  phone: text({ max: 30 }),
})

/** Who buys at the counter may keep both to themselves. */
export const passerValidator = vine.create({
  fullName: text({ min: 3, max: 100 }).optional(),
  phone: text({ max: 30 }).optional(),
})

export type Draft = Infer<typeof draftValidator>
type Sent = Infer<typeof draftFormValidator>

/** Its parts, each once; one without a quantity is one piece, of none there is nothing left. */
export function itemsOf({ sku: skus = [], quantity = [] }: Draft): Item[] {
  const pieces = new Map(skus.map((one, at) => [one, quantity[at] ?? 1]))
  return [...pieces].map(([one, count]) => ({ sku: one, quantity: count })).filter(isWanted)
}

const isWanted = ({ quantity }: Item) => quantity > 0

/** Whether somebody is still choosing parts: then nothing is drawn up yet. */
export const isChoosing = ({ look, add, drop, q }: Sent) => Boolean(look ?? add ?? drop ?? q)

/** The form after its button: another piece, a part less, or what was looked for. */
export function draftAddress({ look, add, drop, q, ...draft }: Sent): string {
  const pieces = new Map(itemsOf(draft).map((item) => [item.sku, item.quantity]))
  if (add) pieces.set(add, (pieces.get(add) ?? 0) + 1)
  if (drop) pieces.delete(drop)
  const { fullName, phone } = draft
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ q: add ? undefined : q, fullName, phone })) {
    if (value) query.set(name, value)
  }
  for (const [one, count] of pieces) {
    query.append('sku[]', one)
    query.append('quantity[]', String(count))
  }
  return query.size > 0 ? `/admin/quotes/new?${query}` : '/admin/quotes/new'
}
