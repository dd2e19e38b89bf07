import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { FITS } from '#app/fitment/verdicts_query'
import {
  choiceList,
  commaList,
  digits,
  flag,
  id,
  paging,
  text,
  valuesByName,
} from '#app/platform/http/input'
import { queryText } from '#app/search/search_validators'

export const SORTS = ['relevance', 'price', 'name', 'newest', 'popularity'] as const
export type Sort = (typeof SORTS)[number]

const filters = {
  q: queryText().optional(),
  category: text({ max: 300 }).optional(),
  brand: commaList().optional(),
  priceMin: digits().optional(),
  priceMax: digits().optional(),
  inStock: flag().optional(),
  quality: commaList().optional(),
  vehicle: id().optional(),
  fit: choiceList(FITS).optional(),
  attr: valuesByName(commaList()).maxLength(10).optional(),
}

/** `GET /products`: filters, order and page. */
export const productListValidator = vine.create({
  ...filters,
  sortBy: vine.enum(SORTS).optional(),
  sortOrder: vine.enum(['asc', 'desc'] as const).optional(),
  ...paging(),
})

/** `GET /products/facets`: the same filters. */
export const productFacetsValidator = vine.create({ ...filters })

export type ProductListQuery = Infer<typeof productListValidator>
export type ProductFilters = Infer<typeof productFacetsValidator>
