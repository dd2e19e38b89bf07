import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Attribute from '#app/catalogue/attributes/attribute'
import type { AttributeKind } from '#app/catalogue/attributes/attribute'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import { invalid } from '#app/platform/http/invalid'
import { foldWords } from '#app/platform/text/fold_words'

/** Throws 422 for choices that no form could offer, 409 for a kind that values of products do not fit. */
export async function expectSense(attribute: Attribute, trx: TransactionClientContract) {
  const { kind, choices } = attribute
  if (kind !== 'choice' && choices.length > 0) {
    throw invalid('choices', 'empty', 'Only a choice has choices')
  }
  if (kind === 'choice' && choices.length === 0) {
    throw invalid('choices', 'required', 'A choice needs something to choose from')
  }
  if (new Set(choices.map(({ value }) => foldWords(value))).size < choices.length) {
    throw invalid('choices', 'distinct', 'Every choice is named once')
  }
  if (attribute.$isPersisted && 'kind' in attribute.$dirty) await expectFit(attribute, trx)
}

/** A choice is kept as text: the two turn into each other whatever products say. */
async function expectFit(attribute: Attribute, trx: TransactionClientContract) {
  const isText = (kind: AttributeKind) => kind === 'text' || kind === 'choice'
  if (isText(attribute.kind) && isText(attribute.$original.kind as AttributeKind)) return
  const [used] = await sql(
    'select from product_attributes where attribute_id = $1 limit 1',
    [attribute.id],
    trx
  )
  if (used) throw otherKind()
}

function otherKind() {
  return new Problem({
    status: 409,
    code: 'other_kind',
    title: 'Products have values of the former kind',
    detail: 'Text and choice turn into each other; for another kind, add an attribute of its own.',
  })
}
