import { createHash } from 'node:crypto'
import string from '@adonisjs/core/helpers/string'

/** Latin letters, digits and dashes; accents go, other scripts too; "d'air" is `d-air`, "&" is `et`. */
export const slugify = (text: string) =>
  string.slug(text.replaceAll('&', ' et ').replace(/[^\p{L}\p{N}]+/gu, ' '), {
    lower: true,
    strict: true,
  })

/**
 * The address of a product: its name, then its SKU. SKUs that differ in
 * punctuation or case alone are told apart by a short hash. A name may end as
 * another SKU begins: whoever finds the address taken uses `withSkuHash`.
 */
export function productSlug(name: string, sku: string): string {
  const tail = slugify(sku)
  const isFaithful = tail.toUpperCase() === sku
  const slug = [slugify(name).slice(0, 80).replace(/-$/, ''), tail].filter(Boolean).join('-')
  return isFaithful ? slug : withSkuHash(slug, sku)
}

/** The address that a product has when another one has `slug`. Imports make the same in SQL. */
export function withSkuHash(slug: string, sku: string): string {
  const hash = createHash('md5').update(sku).digest('hex').slice(0, 6)
  return [slug, hash].filter(Boolean).join('-')
}
