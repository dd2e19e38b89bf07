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
/** So many matches in all, in equal shares: a number that many carry leaves none without any. */
const MOST_MATCHES = 10_000
const MOST_OF_ONE = 200
const FEWEST_OF_ONE = 5
const SHORTEST_PREFIX = 4
/** The longer a number, the more spellings are near it; nobody types one of these by heart. */
const LONGEST_NEAR = 20
/** So many numbers that look like one are offered at most. */
const MOST_ALIKE = 20

const RANK = `case kind when 'own' then 0 when 'mpn' then 1 when 'gtin' then 2 when 'oe' then 3 when 'cross' then 4
  when 'trade' then 5 when 'supplier' then 6 else 7 end`

/** Whose a number is; nobody is told of whom the shop buys. */
const OWNER = `case when p.kind <> 'supplier' then nullif(p.owner, '') end as owner`

const EQUAL_SHARE = `(select least(${MOST_OF_ONE}, greatest(${FEWEST_OF_ONE}, ${MOST_MATCHES} / count(*))) from asked)`

/**
 * Who carries these normalised numbers. Numbers that were replaced lead to what replaced them, as
 * kind `superseded`. Best kind first, one row per number and product, at most 200 of a number and fewer
 * the more numbers there are.
 */
export function findNumbers(norms: string[]): Promise<NumberMatch[]> {
  return sql<NumberMatch>(numbersOf('$1', EQUAL_SHARE), [JSON.stringify(norms)])
}

/**
 * What nobody knows is sorted out first, by two looks at indexes: most of what looks like a number in a text is none.
 *
 * @param norms an expression: a JSON list of normalised numbers
 * @param each an expression: how many matches of one number
 */
const numbersOf = (norms: string, each: string) => `
  with recursive asked (norm) as materialized (
    select n collate "C" from (select distinct n from jsonb_array_elements_text(${norms}) n) given
    where exists (select from part_numbers p where p.number_norm = n collate "C")
      or exists (select from supersessions s where s.old_norm = n collate "C")
  ), chain (asked, norm, owner, depth) as (
    select norm, norm, null::text collate "C", 0 from asked
    union all
    select c.asked, s.new_norm, s.owner_norm, c.depth + 1
    from chain c join supersessions s on s.old_norm = c.norm
      and (c.owner is null or s.owner_norm = c.owner)
    where c.depth < ${LONGEST_CHAIN}
  ) cycle norm set is_cycle using path,
  found as (
    select distinct on (c.asked, p.product_id) c.asked, p.product_id, p.number, ${OWNER},
      p.confidence, case when c.depth = 0 then p.kind else 'superseded' end as kind, c.depth
    from chain c join part_numbers p on p.number_norm = c.norm
    where not c.is_cycle
    order by c.asked, p.product_id, c.depth, ${RANK}
  ), placed as (
    select *, row_number() over (partition by asked order by depth, ${RANK}, confidence desc, product_id) as place
    from found
  )
  select asked, product_id as "productId", kind, number, owner, confidence
  from placed where place <= ${each} order by asked, place`

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
         select distinct on (product_id) product_id as "productId", kind, number, ${OWNER},
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
 * Who carries numbers that read alike (O and 0, I, L and 1, S and 5, B and 8) or are one typing error
 * away: to be offered, never chosen.
 *
 * @param limit for each of them
 */
export async function findNear(norms: string[], limit: number): Promise<NumberMatch[]> {
  const wanted = norms
    .filter(({ length }) => length > SHORTEST_PREFIX && length <= LONGEST_NEAR)
    .map((norm) => ({ norm, spellings: neighbours(norm.toLowerCase()).map(upperCase) }))
  if (wanted.length === 0) return []
  return sql<NumberMatch>(
    `select w.norm as asked, m."productId", m.kind, m.number, m.owner, m.confidence
     from jsonb_to_recordset($1) w (norm text, spellings jsonb)
     cross join lateral (${ALIKE}) a
     cross join lateral (
       select * from (${numbersOf('a.likest || w.spellings', '$2')}) found
       order by not a.likest ? asked, asked, "productId" limit $2
     ) m`,
    [JSON.stringify(wanted), limit]
  )
}

/** The numbers that an eye may take for the asked one. */
const ALIKE = `
  select coalesce(jsonb_agg(distinct norm), '[]') as likest from (
    (select number_norm as norm from part_numbers where loose_ref(number_norm) = loose_ref(w.norm)
     limit ${MOST_ALIKE})
    union all
    (select old_norm from supersessions where loose_ref(old_norm) = loose_ref(w.norm) limit ${MOST_ALIKE})
  ) alike`

const upperCase = (text: string) => text.toUpperCase()
