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
  return sql<NumberMatch>(numbersOf('$1'), [JSON.stringify(norms)])
}

/** @param norms an expression: a JSON list of normalised numbers */
const numbersOf = (norms: string) => `
  with recursive chain (asked, norm, owner, depth) as (
    select distinct n, n collate "C", null::text collate "C", 0 from jsonb_array_elements_text(${norms}) n
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
  from found order by asked, depth, ${RANK}, confidence desc, product_id limit ${MOST_MATCHES}`

/**
 * Who carries numbers that begin so, the shortest first; nothing for fewer than four letters and digits.
 *
 * @param limit for each of them
 */
export async function findByPrefix(norms: string[], limit: number): Promise<NumberMatch[]> {
  const long = norms.filter((norm) => norm.length >= SHORTEST_PREFIX)
  if (long.length === 0) return []
  return sql<NumberMatch>(
    `select w.norm as asked, m."productId", m.kind, m.number, m.owner, m.confidence
     from jsonb_array_elements_text($1) w (norm) cross join lateral (
       select * from (
         select distinct on (product_id) product_id as "productId", kind, number, nullif(owner, '') as owner,
           confidence, number_norm
         from (
           select * from part_numbers
           where number_norm >= w.norm collate "C" and number_norm < (w.norm || '~') collate "C"
           order by number_norm limit 200
         ) p order by product_id, ${RANK}
       ) found order by length(number_norm), number_norm, "productId" limit $2
     ) m`,
    [JSON.stringify(long), limit]
  )
}

/**
 * Who carries numbers one typing error away: to be offered, never chosen.
 *
 * @param limit for each of them
 */
export async function findNear(norms: string[], limit: number): Promise<NumberMatch[]> {
  const wanted = norms
    .filter((norm) => norm.length > SHORTEST_PREFIX)
    .map((norm) => ({ norm, spellings: neighbours(norm.toLowerCase()).map(upperCase) }))
  if (wanted.length === 0) return []
  return sql<NumberMatch>(
    `select w.norm as asked, m."productId", m.kind, m.number, m.owner, m.confidence
     from jsonb_to_recordset($1) w (norm text, spellings jsonb)
     cross join lateral (select * from (${numbersOf('w.spellings')}) found limit $2) m`,
    [JSON.stringify(wanted), limit]
  )
}

const upperCase = (text: string) => text.toUpperCase()
