import { sql } from '#app/platform/database/sql'
import { neighbours } from '#app/platform/text/neighbours'

export type NumberKind =
  'own' | 'mpn' | 'gtin' | 'oe' | 'cross' | 'trade' | 'supplier' | 'superseded'

/** A product that carries a number which was asked for, or one that replaced it. */
export type NumberMatch = {
  asked: string
  productId: number
  kind: NumberKind
  number: string
  owner: string | null
  confidence: number
}

/** Replacements of replacements are followed so far. */
const LONGEST_CHAIN = 10
const MOST_MATCHES = 200
const SHORTEST_PREFIX = 4

const RANK = `case kind when 'own' then 0 when 'mpn' then 1 when 'gtin' then 2 when 'oe' then 3 when 'cross' then 4
  when 'trade' then 5 when 'supplier' then 6 else 7 end`

/**
 * Who carries these normalised numbers. Numbers that were replaced lead to what replaced them, as
 * kind `superseded`. Best kind first, one row per number and product.
 */
export function findNumbers(norms: string[]): Promise<NumberMatch[]> {
  return sql<NumberMatch>(
    `with recursive chain (asked, norm, owner, depth) as (
       select distinct n, n collate "C", null::text collate "C", 0 from jsonb_array_elements_text($1) n
       union all
       select c.asked, s.new_norm, s.owner_norm, c.depth + 1
       from chain c join supersessions s on s.old_norm = c.norm
         and (c.owner is null or s.owner_norm = c.owner)
       where c.depth < ${LONGEST_CHAIN}
     ) cycle norm set is_cycle using path,
     found as (
       select distinct on (c.asked, p.product_id) c.asked, p.product_id, p.number, nullif(p.owner, '') as owner,
         p.confidence, case when c.depth = 0 then p.kind else 'superseded' end as kind, c.depth
       from chain c join part_numbers p on p.number_norm = c.norm
       where not c.is_cycle
       order by c.asked, p.product_id, c.depth, ${RANK}
     )
     select asked, product_id as "productId", kind, number, owner, confidence
     from found order by asked, depth, ${RANK}, confidence desc, product_id limit ${MOST_MATCHES}`,
    [JSON.stringify(norms)]
  )
}

/** Who carries a number that begins so; nothing for fewer than four letters and digits. */
export async function findByPrefix(norm: string, limit: number): Promise<NumberMatch[]> {
  if (norm.length < SHORTEST_PREFIX) return []
  return sql<NumberMatch>(
    `select $1 as asked, "productId", kind, number, owner, confidence from (
       select distinct on (product_id) product_id as "productId", kind, number, nullif(owner, '') as owner,
         confidence, number_norm
       from (
         select * from part_numbers
         where number_norm >= $1::text collate "C" and number_norm < ($1::text || '~') collate "C"
         order by number_norm limit 200
       ) p order by product_id, ${RANK}
     ) found order by length(number_norm), number_norm, "productId" limit $2`,
    [norm, limit]
  )
}

/** Who carries a number one typing error away: to be offered, never chosen. */
export async function findNear(norm: string, limit: number): Promise<NumberMatch[]> {
  if (norm.length <= SHORTEST_PREFIX) return []
  const spellings = neighbours(norm.toLowerCase()).map((spelling) => spelling.toUpperCase())
  const matches = await findNumbers(spellings)
  return matches.slice(0, limit)
}
