import vine from '@vinejs/vine'
import { filterFields } from '#app/catalogue/products/product_filter'
import { SORTS, type Sort } from '#app/catalogue/products/product_rows_query'
import { id, paging } from '#app/platform/http/input'

export const orderFields = {
  sort: vine.enum(Object.keys(SORTS) as Sort[]).optional(),
  order: vine.enum(['asc', 'desc'] as const).optional(),
}

/** The address of the page of all products. */
export const productListValidator = vine.create({
  ...filterFields,
  ...orderFields,
  saved: id().optional(),
  cursor: paging().cursor,
})
