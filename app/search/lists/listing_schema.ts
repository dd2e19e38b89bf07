import vine from '@vinejs/vine'
import { FITS } from '#app/fitment/verdicts_query'
import { moneySchema } from '#app/money/money_schema'
import { count, text } from '#app/platform/openapi/answers'
import { AVAILABILITIES } from '#app/search/lists/listing_transformer'

const named = () => vine.object({ slug: text(), name: text() })

/** The members of a list item, as `listItem` makes them. */
export const listItemSchema = () => ({
  slug: text(),
  sku: text(),
  name: text(),
  brand: named().nullable(),
  category: named().nullable(),
  price: moneySchema(),
  compareAtPrice: moneySchema().nullable(),
  availability: vine.enum(AVAILABILITIES),
  imageUrl: text().nullable(),
  fit: vine.enum(FITS).optional(),
  fitConditions: vine.array(vine.string()).optional(),
  rating: vine.object({ average: vine.number(), count: count() }).nullable(),
})
