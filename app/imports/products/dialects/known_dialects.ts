import { bagisto } from '#app/imports/products/dialects/bagisto'
import type { Dialect } from '#app/imports/products/dialects/dialect'
import { medusa } from '#app/imports/products/dialects/medusa'
import { odoo } from '#app/imports/products/dialects/odoo'
import { prestashop } from '#app/imports/products/dialects/prestashop'
import { shopify } from '#app/imports/products/dialects/shopify'
import { spree } from '#app/imports/products/dialects/spree'
import { woocommerce } from '#app/imports/products/dialects/woocommerce'
import { COMMON_RULES } from '#app/imports/products/common_words'
import { normaliseHeader } from '#app/platform/tabular/mapping'

/** What `catalogue:export` writes. */
const ours: Dialect = {
  name: 'our own export',
  knownBy: ['sku', 'core charge', 'orderable'],
  rules: [],
  verbatim: true,
}

const DIALECTS = [ours, prestashop, woocommerce, shopify, medusa, bagisto, spree, odoo]

const COMMON: Dialect = { name: 'product list', knownBy: [], rules: COMMON_RULES }

/** The shop system that wrote these headers, or the common words of spreadsheets. */
export function dialectOf(headers: string[]): Dialect {
  const names = new Set<string>()
  for (const header of headers) {
    names.add(normaliseHeader(header))
    names.add(normaliseHeader(header.replace(/\([^()]*\)/g, ' ')))
  }
  return DIALECTS.find(({ knownBy }) => knownBy.every((name) => names.has(name))) ?? COMMON
}
