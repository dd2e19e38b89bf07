import type { Fields } from '#app/imports/files/fields'
import { RowRejected, type StagingContext } from '#app/imports/import_target'
import { bestPath, pathOf } from '#app/imports/category_path'
import { attributesOf } from '#app/imports/products/attributes'
import type { Dialect } from '#app/imports/products/dialects/dialect'
import { identityOf } from '#app/imports/products/identity'
import { gtinsOf, numbersOf } from '#app/imports/products/numbers'
import { imagesOf } from '#app/imports/products/images'
import { quantityOf, stockOf, warrantyOf, weightOf } from '#app/imports/products/measures'
import { pricesOf } from '#app/imports/products/prices'
import { flag, qualityOf, statusOf } from '#app/imports/products/states'
import { limitedText, plainText } from '#app/imports/files/values'
import { cleanText } from '#app/platform/tabular/clean_text'
import type { Row } from '#app/platform/tabular/row'

/** A row of any product list as columns of the staging table. Throws `RowRejected`. */
export function stageProduct(fields: Fields, dialect: Dialect, context: StagingContext, row: Row) {
  refuse(fields, dialect, row)
  if (isFurtherImage(fields, context)) {
    return { role: 'image', group_key: fields.text('handle'), images: imagesOf(fields, context) }
  }
  const gtins = gtinsOf(fields, context)
  const numbers = numbersOf(fields, gtins, context)
  return {
    role: 'product',
    ...identityOf(fields, context),
    ...textsOf(fields, dialect),
    ...pricesOf(fields, dialect, context),
    shares_name: dialect.variantsShareName,
    locale: fields.text('locale'),
    currency: fields.text('currency'),
    category_path: categoryOf(fields, dialect),
    stock: stockOf(fields, context),
    gtin: gtins.at(0),
    numbers: numbers.length ? numbers : undefined,
    images: imagesOf(fields, context),
    weight_g: weightOf(fields, context),
    status: statusOf(fields),
    quality: qualityOf(fields),
    warranty_months: warrantyOf(fields, context),
    orderable: flag(fields, 'orderable'),
    min_quantity: quantityOf('min_quantity', fields, context),
    pack_size: quantityOf('pack_size', fields, context),
    attributes: attributesOf(fields),
  }
}

function refuse(fields: Fields, { types, refuse: refuseHeader }: Dialect, row: Row) {
  const unknown = (fields.text('type') ?? '')
    .split(',')
    .find((type) => !types?.includes(type.trim()))
  if (types && unknown)
    throw new RowRejected(`type: «${unknown}» is not one of ${types.join(', ')}`)
  for (const header of refuseHeader ? Object.keys(row.cells) : []) {
    const reason = refuseHeader?.(header)
    if (reason) throw new RowRejected(reason)
  }
}

/** Shopify: a row with nothing but the handle and one more image. */
function isFurtherImage(fields: Fields, context: StagingContext): boolean {
  const isVariant = ['sku', 'name', 'price'].some((column) => fields.cell(column) !== undefined)
  return (
    !isVariant && !variantNamed(fields) && !!fields.text('handle') && !!imagesOf(fields, context)
  )
}

function variantNamed(fields: Fields): boolean {
  return fields.keyed('option_value').length > 0
}

/** A row in Arabic completes the French one of the same SKU. */
function textsOf(fields: Fields, { verbatim }: Dialect) {
  const text = (column: string, max: number) => {
    const value = fields.text(column)
    return value === undefined
      ? undefined
      : limitedText(column, verbatim ? value : cleanText(plainText(value)), max)
  }
  const name = text('name', 300)
  const description = text('description', 20_000) ?? text('short_description', 20_000)
  if (fields.text('locale') === 'ar') return { name_ar: name, description_ar: description }
  return {
    name,
    name_ar: text('name_ar', 300),
    description,
    description_ar: text('description_ar', 20_000),
  }
}

function categoryOf(fields: Fields, { categories }: Dialect) {
  const several = fields.text('categories')?.split(categories?.between ?? /$^/) ?? []
  const numbered = fields.keyed('category').map(([, cell]) => String(cell))
  const levels = categories?.levels
  // Medusa exports identifiers of its own where others have names.
  const named = [...several, ...numbered].filter((text) => !/^pcat_/.test(text))
  return bestPath([
    pathOf(fields.text('category_path') ?? ''),
    ...named.map((text) => pathOf(text, levels)),
  ])
}
