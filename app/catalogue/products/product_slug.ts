import { createHash } from 'node:crypto'
import string from '@adonisjs/core/helpers/string'

/** Latin letters, digits and dashes; accents go, other scripts too; "d'air" is `d-air`, "&" is `et`. */
export const slugify = (text: string) =>
  string.slug(text.replaceAll('&', ' et ').replace(/[^\p{L}\p{N}]+/gu, ' '), {
    lower: true,
    strict: true,
  })

/**
 * The address of a product: its name, then its SKU, which makes it unique.
 * SKUs that differ in punctuation or case alone are told apart by a short hash.
 */
export function productSlug(name: string, sku: string): string {
  const tail = slugify(sku)
  const isFaithful = tail.toUpperCase() === sku
  const hash = createHash('sha1').update(sku).digest('hex').slice(0, 6)
  return [slugify(name).slice(0, 80).replace(/-$/, ''), tail, isFaithful ? '' : hash]
    .filter(Boolean)
    .join('-')
}
