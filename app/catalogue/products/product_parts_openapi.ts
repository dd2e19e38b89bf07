import vine from '@vinejs/vine'
import { imageChangeValidator, imageTextsValidator } from '#app/catalogue/images/image_validators'
import { numbersFormValidator } from '#app/catalogue/products/numbers_form_validator'
import { productPartValidator } from '#app/catalogue/products/product_part_validator'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { count, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const number = vine.object({ id: count(), kind: text(), number: text(), owner: text() })

const images = page(
  vine.object({
    id: count(),
    url: text(),
    position: count(),
    altFr: text().nullable(),
    altAr: text().nullable(),
  })
)

const parts = { tag: 'Products (staff)', staff: true, params: productIdValidator }
const part = { ...parts, params: productPartValidator }

describeRoutes({
  'admin.products.numbers.index': {
    ...parts,
    summary: 'The numbers that a product is found by',
    query: pagingValidator,
    answer: page(number),
  },
  'admin.products.numbers.store': {
    ...parts,
    summary: 'Add numbers, pasted as a block; those that are there are kept',
    body: numbersFormValidator,
    status: 201,
    answer: one(vine.object({ added: count() })),
  },
  'admin.products.numbers.destroy': {
    ...part,
    summary: 'Take a number away; SKU, maker’s number and GTIN change with the product alone',
    status: 204,
  },
  'admin.products.images.index': {
    ...parts,
    summary: 'The pictures of a product; lists show the first one',
    answer: images,
  },
  'admin.products.images.store': {
    ...parts,
    summary: 'Add a picture behind the others: JPEG, PNG, WebP or AVIF, drawn anew',
    upload: imageTextsValidator,
    problems: [409, 413],
    status: 201,
    answer: images,
  },
  'admin.products.images.update': {
    ...part,
    summary: 'Move a picture among the others, or say what it shows',
    body: imageChangeValidator,
    answer: images,
  },
  'admin.products.images.destroy': { ...part, summary: 'Take a picture away', status: 204 },
})
