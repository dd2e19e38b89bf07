import type Product from '#app/catalogue/products/product'
import type { ProductFormInput } from '#app/catalogue/products/product_form_validator'

/** What a form says of the product itself. */
export type TypedFields = Omit<
  ProductFormInput,
  'version' | 'attributes' | 'otherAttribute' | 'otherValue'
>

/** The values of the form as its fields show them. */
export type FormFields = Partial<Record<keyof TypedFields, string>>

/** `148,900`, as people type it, without spaces: a field is edited, not read. */
const amount = (millimes: number | null | undefined) =>
  millimes === null || millimes === undefined
    ? ''
    : `${Math.trunc(millimes / 1000)},${String(millimes % 1000).padStart(3, '0')}`

const plain = (value: string | number | null | undefined) => (value ?? '').toString()

/** A product as the form shows it. */
export function fieldsOf(product: Product): FormFields {
  return typedFields({
    ...product.ownNumbers,
    name: product.nameFr,
    nameAr: product.nameAr,
    brand: product.brand.slug,
    category: product.category?.slug,
    description: product.descriptionFr,
    descriptionAr: product.descriptionAr,
    status: product.status,
    quality: product.quality,
    price: product.price,
    compareAtPrice: product.compareAtPrice,
    cost: product.cost,
    taxRate: product.taxRate as ProductFormInput['taxRate'],
    coreCharge: product.coreCharge,
    warrantyMonths: product.warrantyMonths,
    weightG: product.weightG,
    minQuantity: product.minQuantity,
    packSize: product.packSize,
    orderable: product.orderable,
    supersededBy: product.successor?.sku,
  })
}

/** What a form was sent with, as its fields show it. A field that was not sent is left out. */
export function typedFields(input: TypedFields): FormFields {
  const fields: FormFields = {
    sku: input.sku,
    name: input.name,
    nameAr: plain(input.nameAr),
    brand: input.brand,
    category: plain(input.category),
    mpn: plain(input.mpn),
    gtin: plain(input.gtin),
    description: plain(input.description),
    descriptionAr: plain(input.descriptionAr),
    status: input.status,
    quality: input.quality,
    price: amount(input.price),
    compareAtPrice: amount(input.compareAtPrice),
    taxRate: String(input.taxRate),
    coreCharge: amount(input.coreCharge || undefined),
    warrantyMonths: plain(input.warrantyMonths),
    weightG: plain(input.weightG),
    minQuantity: plain(input.minQuantity),
    packSize: plain(input.packSize),
    orderable: input.orderable ? '1' : '',
    supersededBy: plain(input.supersededBy),
  }
  if (input.cost !== undefined) fields.cost = amount(input.cost)
  return fields
}
