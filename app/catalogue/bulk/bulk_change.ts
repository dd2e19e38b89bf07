import vine from '@vinejs/vine'
import { STATUSES } from '#app/catalogue/products/product'
import { taxonomy } from '#app/catalogue/taxonomy'
import { text } from '#app/platform/http/input'
import { notFound } from '#app/platform/http/problem'
import type { Ability } from '#app/staff/abilities'

/** What can be changed of many products at once. `$2` is the value, `p` a product. */
type Kind = {
  ability: Ability
  column: 'price' | 'category_id' | 'status'
  /** What the column becomes. */
  after: string
  /** Products that can be changed so; others are left as they are. */
  eligible: string
  /** Further columns that change along. */
  also?: string
}

export const KINDS = {
  price_percent: {
    ability: 'prices:write',
    column: 'price',
    // To a tenth of a dinar, and never to nothing.
    after: 'greatest(100, round(p.price * (100 + $2::numeric) / 10000) * 100)::bigint',
    eligible: 'p.price is not null',
  },
  category: {
    ability: 'products:write',
    column: 'category_id',
    after: '$2::int',
    eligible: 'true',
  },
  status: {
    ability: 'products:write',
    column: 'status',
    after: '$2::text',
    eligible: `($2::text <> 'active' or p.price is not null)`,
    also: `published_at = case when $2::text = 'active' then coalesce(p.published_at, now()) else p.published_at end`,
  },
} satisfies Record<string, Kind>

export type BulkKind = keyof typeof KINDS
export const BULK_KINDS = Object.keys(KINDS) as BulkKind[]

const LEAST_PERCENT = -90
const MOST_PERCENT = 500
/** `5`, `-10`, `2,5`. */
const PERCENT = /^-?\d{1,3}(?:[.,]\d{1,2})?$/

const isPercent = vine.createRule(
  (value, _, field) => {
    const percent = PERCENT.test(String(value)) ? percentOf(String(value)) : Number.NaN
    if (percent >= LEAST_PERCENT && percent <= MOST_PERCENT && percent !== 0) return
    const limits = { min: LEAST_PERCENT, max: MOST_PERCENT }
    field.report(
      'The {{ field }} field must be between {{ min }} and {{ max }}',
      'range',
      field,
      limits
    )
  },
  { name: 'percent' }
)

const percentOf = (typed: string) => Number(typed.replace(',', '.'))

/** The value of a change as people type it. */
const VALUES = {
  price_percent: () => text({ max: 10 }).use(isPercent()),
  category: () => text({ max: 300 }),
  status: () => text({ max: 20 }).in([...STATUSES]),
}

export const valueValidator = (kind: BulkKind) => vine.create({ value: VALUES[kind]() })

/** A value that is looked at first; without one there is nothing to look at yet. */
export const previewValidator = (kind: BulkKind) =>
  vine.create({ value: VALUES[kind]().optional() })

/** The value as the database takes it: a number of percent, a key of a category, a status. Throws 404. */
export async function bulkValue(kind: BulkKind, typed: string): Promise<string | number> {
  if (kind === 'price_percent') return percentOf(typed)
  if (kind === 'status') return typed
  const { categoryBySlug } = await taxonomy()
  const category = categoryBySlug.get(typed)
  if (!category) throw notFound('category')
  return category.id
}
