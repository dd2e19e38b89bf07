import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'
import { notFound } from '#app/platform/http/problem'
import type { PriceRuleInput } from '#app/pricing/price_list_validators'
import PriceRule from '#app/pricing/price_rule'
import { subjectsOf } from '#app/pricing/subjects_of'
import { changing } from '#app/pricing/write_price_list'

type Seen = { version?: number; acting: Acting }

/**
 * Says in a list what a product, a brand or a category costs; what the list said of it before is replaced.
 * Returns the id of the rule. Throws 404 for no list, 412 when it has moved on since `version`, 422 for a
 * subject that is not there, or not exactly one, and for a price of more than one product.
 */
export async function setPriceRule(
  listId: number,
  input: PriceRuleInput,
  seen: Seen
): Promise<number> {
  const worth = worthOf(input)
  const subject = await subjectOf(input)
  return changing(listId, seen, async (_, trx) => {
    const known = await PriceRule.query({ client: trx })
      .where({ priceListId: listId })
      .where(subject)
      .first()
    const rule = known ?? new PriceRule().useTransaction(trx)
    const { id } = await rule.merge({ priceListId: listId, ...subject, ...worth }).save()
    return id
  })
}

/** Takes a rule out of a list. Throws 404, 412 as `setPriceRule`. */
export async function removePriceRule(listId: number, id: number, seen: Seen): Promise<void> {
  await changing(listId, seen, async (_, trx) => {
    const rule = await ruleOf(listId, id, trx)
    await rule.delete()
  })
}

async function ruleOf(listId: number, id: number, trx: TransactionClientContract) {
  const rule = await PriceRule.query({ client: trx }).where({ id, priceListId: listId }).first()
  if (!rule) throw notFound('price rule')
  return rule
}

/** A price or percent off, one of them. */
function worthOf({ sku, price = null, percentOff = null }: PriceRuleInput) {
  if ((price === null) === (percentOff === null)) {
    throw invalid('price', 'price_or_percent', 'Give a price or percentOff, one of them')
  }
  if (price !== null && !sku) {
    throw invalid('price', 'price_of_product', 'A price is of one product: name its sku')
  }
  return { price, percentOff }
}

/** What a rule is about, by the id of its row. */
async function subjectOf({ sku, brand, category }: PriceRuleInput) {
  const named = [sku, brand, category].filter(Boolean)
  if (named.length !== 1) {
    throw invalid('sku', 'rule_subject', 'Name a sku, a brand or a category, one of them')
  }
  if (sku) return { productId: await productIdOf(sku) }
  const { brandId, categoryId } = await subjectsOf({ brand, category })
  return brandId === null ? { categoryId: categoryId! } : { brandId }
}

async function productIdOf(sku: string): Promise<number> {
  const [product] = await sql<{ id: number }>(
    'select id from products where sku = $1 and deleted_at is null',
    [sku]
  )
  if (!product) throw invalid('sku', 'sku', 'No product has this SKU')
  return product.id
}
