import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { AttributeKind, Choice } from '#app/catalogue/attributes/attribute'
import {
  type AttributeValue,
  fieldText,
  readValue,
  Unreadable,
} from '#app/catalogue/attributes/attribute_value'
import { recordProductChange } from '#app/catalogue/products/record_product_change'
import { sql } from '#app/platform/database/sql'
import { type FieldError, invalidFields } from '#app/platform/http/invalid'

/** By code; null and an empty text take the value away. */
export type GivenAttributes = Record<string, unknown>

/**
 * Writes what a sheet says by attributes; those that are not named stay. The caller tells who writes,
 * and that the product changed. Throws 422 for unknown attributes and for values that do not fit.
 */
export async function writeProductAttributes(
  product: { id: number; sku: string },
  given: GivenAttributes,
  trx: TransactionClientContract
): Promise<void> {
  const known = await knownAttributes(product.id, Object.keys(given), trx)
  const changed = valuesOf(given, known).filter(({ before, after }) => before !== after)
  if (changed.length === 0) return
  await sql(REMOVE, [product.id, changed.map(({ id }) => id)], trx)
  await sql(ADD, [product.id, JSON.stringify(changed)], trx)
  const side = (of: 'before' | 'after') =>
    Object.fromEntries(changed.map((one) => [one.code, one[of]]))
  await recordProductChange(product, { attributes: [side('before'), side('after')] }, trx)
}

type Known = {
  id: number
  code: string
  kind: AttributeKind
  choices: Choice[]
  before: AttributeValue | null
}

async function knownAttributes(
  productId: number,
  codes: string[],
  trx: TransactionClientContract
): Promise<Map<string, Known>> {
  const rows = await sql<Known>(
    `select a.id, a.code, a.kind, a.choices,
       coalesce(to_jsonb(v.number_value), to_jsonb(v.text_value), to_jsonb(v.boolean_value)) as before
     from attributes a left join product_attributes v on v.attribute_id = a.id and v.product_id = $1
     where a.code = any ($2::text[])`,
    [productId, codes],
    trx
  )
  return new Map(rows.map((row) => [row.code, row]))
}

function valuesOf(given: GivenAttributes, known: Map<string, Known>) {
  const errors: FieldError[] = []
  const values = Object.entries(given).flatMap(([code, value]) => {
    const attribute = known.get(code)
    const after = attribute
      ? valueOf(attribute, value)
      : new Unreadable('exists', 'There is no attribute with this code')
    if (attribute && !(after instanceof Unreadable)) return [{ ...attribute, after }]
    const { rule, message } = after as Unreadable
    errors.push({ field: `attributes.${code}`, rule, message })
    return []
  })
  if (errors.length > 0) throw unreadable(errors)
  return values
}

/** What is there already may stay: a former choice, a number with more decimals than people type. */
function valueOf(attribute: Known, given: unknown): AttributeValue | null | Unreadable {
  if (given === null || given === '') return null
  const { before } = attribute
  return given === before || given === fieldText(before) ? before : readValue(attribute, given)
}

const unreadable = (errors: FieldError[]) =>
  invalidFields(errors, 'Correct the attributes named in errors and send the request again.')

const REMOVE =
  'delete from product_attributes where product_id = $1 and attribute_id = any ($2::int[])'

const ADD = `
  insert into product_attributes (product_id, attribute_id, number_value, text_value, boolean_value)
  select $1, id, case kind when 'number' then (after #>> '{}')::numeric end,
    case when kind in ('text', 'choice') then after #>> '{}' end,
    case kind when 'boolean' then (after #>> '{}')::boolean end
  from jsonb_to_recordset($2) as v (id int, kind text, after jsonb) where after is not null`
