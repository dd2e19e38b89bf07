import { productSheet } from '#app/catalogue/attributes/product_sheet'
import {
  sheetConflicts,
  typedTexts,
  withTypedAttributes,
} from '#app/catalogue/attributes/typed_attributes'
import type { GivenAttributes } from '#app/catalogue/attributes/write_product_attributes'
import { lastAuthorQuery } from '#app/platform/audit/last_author_query'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import type Product from '#app/catalogue/products/product'
import {
  fieldsOf,
  type FormFields,
  type TypedFields,
  typedFields,
} from '#app/catalogue/products/product_form_fields'
import type { ProductFormInput } from '#app/catalogue/products/product_form_validator'
import { taxonomy } from '#app/catalogue/taxonomy'
import { updateProduct } from '#app/catalogue/products/write_product'
import type { Acting } from '#app/platform/database/act_as'
import { isVersionConflict } from '#app/platform/http/expect_version'

/** Somebody else saved in between: what they wrote, what was typed here. Saving again is a decision. */
export type Conflict = {
  author: string | undefined
  typed: FormFields
  /** By code. */
  typedAttributes: Record<string, string>
  fields: { name: keyof FormFields; theirs: string; yours: string }[]
  attributes: ReturnType<typeof sheetConflicts>
}

/** Saves what was typed; when somebody else saved in between, nothing is written and both are told. */
export async function saveProductForm(
  id: number,
  { version, ...form }: ProductFormInput,
  acting: Acting
): Promise<Conflict | undefined> {
  const input = withTypedAttributes(form)
  try {
    await updateProduct(id, input, acting, version)
    return undefined
  } catch (error) {
    if (!isVersionConflict(error)) throw error
    return conflictOf(await findProduct(id), input)
  }
}

type TypedProduct = TypedFields & { attributes: GivenAttributes }

async function conflictOf(
  product: Product,
  { attributes, ...input }: TypedProduct
): Promise<Conflict> {
  const typed = typedFields(input)
  const stored = fieldsOf(product)
  const names = Object.keys(typed) as (keyof FormFields)[]
  const fields = names
    .filter((name) => typed[name] !== stored[name])
    .map((name) => ({ name, theirs: stored[name] ?? '', yours: typed[name] ?? '' }))
  const typedAttributes = typedTexts(attributes)
  const sheet = await productSheet(product, await taxonomy())
  return {
    author: await lastAuthorQuery('products', product.id),
    typed: { ...stored, ...typed },
    typedAttributes,
    fields,
    attributes: sheetConflicts(sheet.fields, typedAttributes),
  }
}
