import type { AttributeValue } from '#app/catalogue/attributes/attribute_value'
import { sql } from '#app/platform/database/sql'

/** What products say by attributes, by their code. A product that says nothing is left out. */
export async function attributeValuesQuery(
  productIds: number[]
): Promise<Map<number, Record<string, AttributeValue>>> {
  const rows = await sql<{ id: number; values: Record<string, AttributeValue> }>(
    `select v.product_id as id, jsonb_object_agg(a.code,
       coalesce(to_jsonb(v.number_value), to_jsonb(v.text_value), to_jsonb(v.boolean_value))) as values
     from product_attributes v join attributes a on a.id = v.attribute_id
     where v.product_id = any ($1::int[]) group by 1`,
    [productIds]
  )
  return new Map(rows.map(({ id, values }) => [id, values]))
}
