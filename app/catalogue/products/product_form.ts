import { productSheet } from '#app/catalogue/attributes/product_sheet'
import type Product from '#app/catalogue/products/product'
import { categoriesInTree } from '#app/catalogue/categories/categories_in_tree'
import { imagesQuery } from '#app/catalogue/images/images_query'
import { marginOf } from '#app/catalogue/prices/margin'
import { priceCourseQuery } from '#app/catalogue/prices/price_course_query'
import { priceCourses } from '#app/catalogue/prices/price_courses'
import { fieldsOf, type FormFields } from '#app/catalogue/products/product_form_fields'
import type { Conflict } from '#app/catalogue/products/save_product_form'
import { stockQuery } from '#app/catalogue/products/stock_query'
import { taxonomy } from '#app/catalogue/taxonomy'
import { numbersOfQuery } from '#app/references/numbers_of_query'

const NEW: FormFields = { status: 'draft', quality: 'aftermarket', taxRate: '19' }

/** What the page of a product shows; without one, what an empty form needs. */
export async function productForm(product?: Product, conflict?: Conflict) {
  const known = await taxonomy()
  const choices = {
    brands: [...known.brands.values()],
    categories: categoriesInTree(known),
  }
  if (!product) return { ...choices, values: NEW }
  const [sheet, numbers, images, stock, days] = await Promise.all([
    productSheet(product, known, conflict?.typedAttributes),
    numbersOfQuery(product.id),
    imagesQuery(product.id),
    stockQuery(product.id),
    priceCourseQuery(product.id),
  ])
  return {
    ...choices,
    product,
    conflict,
    sheet,
    numbers,
    images,
    stock,
    values: conflict?.typed ?? fieldsOf(product),
    margin: marginOf(product.price ?? null, product.cost ?? null, product.taxRate),
    courses: priceCourses(days, product.taxRate),
  }
}
