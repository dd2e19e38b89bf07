import vine from '@vinejs/vine'
import { fitment } from '#app/fitment/openapi'
import { moneySchema } from '#app/money/money_schema'
import { count, instant, one, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { listItemSchema } from '#app/search/lists/listing_schema'
import { productPageValidator, slugValidator } from '#app/storefront/slug_validator'

describeRoutes({
  'products.show': {
    tag: 'Products',
    tagged: true,
    summary:
      'A product with its numbers, first 24 vehicles, attributes, images, price history and relations',
    params: slugValidator,
    query: productPageValidator,
    answer: one(
      vine.object({
        ...listItemSchema(),
        mpn: text().nullable(),
        description: text().nullable(),
        quality: text(),
        orderable: truth(),
        minQuantity: count(),
        packSize: count(),
        taxRate: count(),
        warrantyMonths: count().nullable(),
        weightG: count().nullable(),
        gtin: text().nullable(),
        coreCharge: moneySchema().nullable(),
        supersededBy: vine.object({ slug: text(), sku: text() }).nullable(),
        breadcrumbs: vine.array(vine.object({ slug: text(), name: text() })),
        partNumbers: vine.array(
          vine.object({ kind: text(), number: text(), owner: text().nullable() })
        ),
        fitments: vine.array(vine.object(fitment)),
        attributes: vine.array(
          vine.object({
            code: text(),
            name: text(),
            unit: text().nullable(),
            value: vine.any().meta({ type: ['string', 'number', 'boolean'] }),
            label: text(),
          })
        ),
        images: vine.array(vine.object({ url: text(), alt: text().nullable() })),
        priceHistory: vine.array(vine.object({ at: instant(), price: moneySchema() })),
        relatedProducts: vine.array(vine.object(listItemSchema())),
        updatedAt: instant(),
      })
    ),
  },
})
