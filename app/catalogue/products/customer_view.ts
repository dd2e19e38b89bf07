import { valueInLocale } from '#app/catalogue/attributes/attribute_value'
import { productSheet } from '#app/catalogue/attributes/product_sheet'
import { imagesQuery } from '#app/catalogue/images/images_query'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { taxonomy } from '#app/catalogue/taxonomy'
import { sql } from '#app/platform/database/sql'
import type { Locale } from '#app/platform/http/locale'
import { ownerTold } from '#app/references/owner_told'
import { numbersOfQuery } from '#app/references/numbers_of_query'

/** What the shop tells of a product to those who buy it, published or not. Throws E_ROW_NOT_FOUND. */
export async function customerView(id: number, locale: Locale) {
  const [product, images, numbers, availability, known] = await Promise.all([
    findProduct(id),
    imagesQuery(id),
    numbersOfQuery(id),
    availabilityQuery(id),
    taxonomy(),
  ])
  const { fields } = await productSheet({ id }, known)
  const said = fields.map((one) => ({ ...one, value: valueInLocale(one, one.value, locale) }))
  return {
    ...{ product, images, availability, said },
    numbers: numbers.map((each) => ({ ...each, owner: ownerTold(each) })),
  }
}

/** As lists of the shop have it; none while they do not have the product. */
async function availabilityQuery(id: number): Promise<number | undefined> {
  const [listing] = await sql<{ availability: number }>(
    'select availability from product_listings where product_id = $1',
    [id]
  )
  return listing?.availability
}
