import { sql } from '#app/platform/database/sql'
import { normaliseNumber } from '#app/references/normalise'
import { searchQuery } from '#app/search/search_query'

const AT_ONCE = 4

/** Five ways to write a number. */
const SPELLINGS: ((number: string) => string)[] = [
  (number) => number,
  (number) => number.toLowerCase(),
  (number) => normaliseNumber(number),
  (number) => (normaliseNumber(number).match(/.{1,3}/g) ?? []).join(' '),
  (number) => (normaliseNumber(number).match(/.{1,4}/g) ?? []).join('-'),
]

/** Searches for numbers of makers and EANs; tells how often the first hit carries the number. */
export async function knownItems(most: number): Promise<string> {
  const numbers = await sql<{ number: string; norm: string }>(
    `select min(number) as number, number_norm as norm from part_numbers
     where kind in ('mpn', 'gtin') and length(number) <= 80
     group by number_norm order by md5(number_norm) limit $1`,
    [most]
  )
  const missed: string[] = []
  const rest = numbers.flatMap(({ number, norm }) =>
    SPELLINGS.map((spell) => ({ q: spell(number), norm }))
  )
  const asked = rest.length
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let next = rest.pop(); next; next = rest.pop()) {
      const { q, norm } = next
      const { hits } = await searchQuery({ q, limit: 1 })
      const first = hits.at(0)
      if (!first || !(await carries(first.id, norm))) missed.push(q)
    }
  })
  await Promise.all(workers)
  const share = ((1 - missed.length / asked) * 100).toFixed(2)
  return `known numbers: ${numbers.length} in five spellings, ${share} % first; missed ${missed.slice(0, 10).join(' · ')}`
}

async function carries(productId: number, norm: string): Promise<boolean> {
  const [row] = await sql('select from part_numbers where product_id = $1 and number_norm = $2', [
    productId,
    norm,
  ])
  return row !== undefined
}
