import vine from '@vinejs/vine'
import { count, one, page } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { listItemSchema } from '#app/search/listing_schema'
import { productFacetsValidator, productListValidator } from '#app/search/product_filters'

const text = () => vine.string()
const valued = () => vine.object({ value: text(), count: count() })
const slugged = () => vine.object({ slug: text(), name: text(), count: count() })

describeRoutes({
  'products.index': {
    tag: 'Products',
    summary: 'Published products, filtered, sorted and keyset-paged',
    query: productListValidator,
    answer: page(vine.object(listItemSchema())),
  },
  'products.facets': {
    tag: 'Products',
    summary: 'What the products can be narrowed down by; each facet ignores its own filter',
    query: productFacetsValidator,
    answer: one(
      vine.object({
        brands: vine.array(slugged()),
        categories: vine.array(slugged()),
        price: vine.object({
          min: count().nullable(),
          max: count().nullable(),
          buckets: vine.array(
            vine.object({ from: count(), to: count().nullable(), count: count() })
          ),
        }),
        availability: vine.array(valued()),
        quality: vine.array(valued()),
        attributes: vine.array(
          vine.object({
            code: text(),
            name: text(),
            unit: text().nullable(),
            values: vine.array(valued()),
          })
        ),
      })
    ),
  },
})
