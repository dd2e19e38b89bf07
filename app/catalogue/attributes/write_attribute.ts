import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Attribute from '#app/catalogue/attributes/attribute'
import type { AttributeInput, AttributePatch } from '#app/catalogue/attributes/attribute_validators'
import { assignCategories } from '#app/catalogue/attributes/assign_categories'
import { expectSense } from '#app/catalogue/attributes/expect_sense'
import { refreshFacet } from '#app/catalogue/attributes/refresh_facet'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { notFound } from '#app/platform/http/problem'

/** Adds an attribute. Throws 409 for a taken code, 422 for unknown categories or senseless choices. */
export function createAttribute({ code, ...input }: AttributeInput, acting: Acting) {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const attribute = new Attribute().useTransaction(trx)
    attribute.merge({ code, isFacet: false, choices: [] })
    return write(attribute, input, trx)
  })
}

/**
 * Changes an attribute. Throws 404, 409 for a kind that values of products do not fit, 422 as
 * `createAttribute` does.
 */
export function updateAttribute(id: number, input: AttributePatch, acting: Acting) {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    return write(await findAttribute(id, trx), input, trx)
  })
}

/** Removes an attribute that no product has; a 409 otherwise. Throws 404. */
export function deleteAttribute(id: number, acting: Acting): Promise<Attribute> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const attribute = await findAttribute(id, trx)
    await attribute.delete()
    await bumpEpochs(['catalogue'], trx)
    return attribute
  })
}

async function findAttribute(id: number, trx: TransactionClientContract): Promise<Attribute> {
  const attribute = await Attribute.query({ client: trx }).where('id', id).forUpdate().first()
  if (!attribute) throw notFound('attribute')
  return attribute
}

async function write(
  attribute: Attribute,
  { name, categories, choices, kind, ...words }: AttributePatch,
  trx: TransactionClientContract
): Promise<Attribute> {
  attribute.merge(words)
  if (name !== undefined) attribute.nameFr = name
  if (kind !== undefined) attribute.kind = kind
  if (attribute.kind !== 'choice') attribute.choices = []
  if (choices)
    attribute.choices = choices.map(({ value, ar = null, en = null }) => ({ value, ar, en }))
  await expectSense(attribute, trx)
  const becomesFacet = attribute.$isPersisted && attribute.$dirty.isFacet === true
  await attribute.save()
  if (categories) await assignCategories(attribute, categories, trx)
  if (becomesFacet) await refreshFacet(attribute.id, trx)
  await bumpEpochs(['catalogue'], trx)
  return attribute
}
