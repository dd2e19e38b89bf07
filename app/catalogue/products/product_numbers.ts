import { touchProduct } from '#app/catalogue/products/touch_product'
import type { Changes } from '#app/platform/audit/record_act'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import type { WrittenNumber } from '#app/references/written_numbers'

type NewNumbers = { kind: 'oe' | 'cross' | 'trade' | 'supplier'; numbers: WrittenNumber[] }

type Told = { kind: string; number: string; owner: string }

/** Adds numbers that a product is found by; those it has are kept. Resolves with how many were new. */
export async function addNumbers(
  productId: number,
  { kind, numbers }: NewNumbers,
  acting: Acting
): Promise<number> {
  let added: Told[] = []
  await touchProduct(productId, acting, async (_, trx) => {
    added = await sql<Told>(
      `insert into part_numbers (product_id, kind, number, owner, source)
       select $1, $2, number, owner, $4 from jsonb_to_recordset($3) as n (number text, owner text)
       where norm_ref(number) <> '' on conflict do nothing returning kind, number, owner`,
      [productId, kind, JSON.stringify(numbers), acting.actor],
      trx
    )
    return (added.length > 0 ? { partNumbers: [null, added.map(told)] } : {}) as Changes
  })
  return added.length
}

/** Takes a number from a product; its own numbers change with its SKU, maker's number and GTIN alone. Throws 404. */
export async function removeNumber(
  productId: number,
  numberId: number,
  acting: Acting
): Promise<string> {
  let gone: Told | undefined
  await touchProduct(productId, acting, async (_, trx) => {
    const rows = await sql<Told>(
      `delete from part_numbers where id = $1 and product_id = $2 and kind not in ('own', 'mpn', 'gtin')
       returning kind, number, owner`,
      [numberId, productId],
      trx
    )
    gone = rows.at(0)
    if (!gone) throw notFound('number')
    return { partNumbers: [[told(gone)], null] }
  })
  return gone!.number
}

const told = ({ kind, number, owner }: Told) => [kind, owner, number].filter(Boolean).join(' ')
