import { lastAuthorQuery } from '#app/catalogue/last_author_query'
import { findProduct } from '#app/catalogue/admin_product_query'
import type Product from '#app/catalogue/product'
import { fieldsOf, type FormFields, typedFields } from '#app/catalogue/product_form_fields'
import type { ProductFormInput } from '#app/catalogue/product_form_validator'
import { updateProduct } from '#app/catalogue/write_product'
import type { Acting } from '#app/platform/database/act_as'
import { Problem } from '#app/platform/http/problem'

/** Somebody else saved in between: what they wrote, what was typed here. Saving again is a decision. */
export type Conflict = {
  author: string | undefined
  typed: FormFields
  fields: { name: keyof FormFields; theirs: string; yours: string }[]
}

/** Saves what was typed; when somebody else saved in between, nothing is written and both are told. */
export async function saveProductForm(
  id: number,
  { version, ...input }: ProductFormInput,
  acting: Acting
): Promise<Conflict | undefined> {
  try {
    await updateProduct(id, input, acting, version)
    return undefined
  } catch (error) {
    if (!(error instanceof Problem) || error.details.code !== 'version_conflict') throw error
    return conflictOf(await findProduct(id), input)
  }
}

async function conflictOf(
  product: Product,
  input: Omit<ProductFormInput, 'version'>
): Promise<Conflict> {
  const typed = typedFields(input)
  const stored = fieldsOf(product)
  const names = Object.keys(typed) as (keyof FormFields)[]
  const fields = names
    .filter((name) => typed[name] !== stored[name])
    .map((name) => ({ name, theirs: stored[name] ?? '', yours: typed[name] ?? '' }))
  return { author: await lastAuthorQuery(product.id), typed: { ...stored, ...typed }, fields }
}
