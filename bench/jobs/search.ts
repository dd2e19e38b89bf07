import type { BenchDatabase } from '../database.js'
import type { Sample } from '../report.js'
import type { Job } from './job.js'
import { p95Verdicts, reads } from './reads.js'

/**
 * So many questions of each kind. The page size, or full stops that say nothing, tell the rounds apart, so no answer is
 * kept.
 */
const QUESTIONS = 200
const PAGE = 24

/** Words, references, suggestions, facets of words, and lists for a car. */
export const search: Job = async (bench) => {
  const asked = await questions(bench.database)
  const round = (n: number) => PAGE + (Math.floor(n / QUESTIONS) % (100 - PAGE))
  const of = (list: string[]) => (n: number) => encodeURIComponent(list[n % list.length])
  const kinds: [job: string, cold: number, path: (n: number, size: number) => string][] = [
    ['search words', 80, (n, size) => `search?q=${of(asked.words)(n)}&limit=${size}`],
    ['search references', 15, (n, size) => `search?q=${of(asked.numbers)(n)}&limit=${size}`],
    [
      'suggest',
      15,
      (n, size) => `search/suggest?q=${of(asked.beginnings)(n)}${'.'.repeat(size - PAGE)}&limit=8`,
    ],
    [
      'facets of words',
      80,
      (n, size) => `products/facets?q=${of(asked.words)(n)}&priceMin=${size}`,
    ],
    [
      'list for a car',
      50,
      (n, size) => `products?vehicle=${of(asked.vehicles)(n)}&limit=${size}&sortBy=price`,
    ],
  ]
  const samples: Sample[] = []
  const limits: [string, number][] = []
  for (const [job, cold, path] of kinds) {
    samples.push(
      ...(await reads(bench, {
        job,
        connections: 8,
        cold: (n) => `/api/v1/${path(n, round(n))}`,
        warm: Array.from({ length: QUESTIONS }, (_, n) => `/api/v1/${path(n, PAGE)}`),
      }))
    )
    limits.push([job, cold])
  }
  const verdicts = limits.flatMap(([job, cold]) =>
    p95Verdicts(
      samples.filter((sample) => sample.job === job),
      { cold }
    )
  )
  return { samples, verdicts }
}

/** What people ask for, made of what the shop has: part, place, car, brand, engine; and numbers as they are spelled. */
async function questions(database: BenchDatabase) {
  const products = await database.rows<{ words: string; number: string; name: string }>(
    `select concat_ws(' ', c.name_fr, case when p.name_fr ~ ' avant ' then 'avant' end, m.name,
         case when p.id % 2 = 0 then b.name end) as words,
       (select number from part_numbers n where n.product_id = p.id and kind in ('oe', 'cross', 'mpn')
        order by hashint8(n.id) limit 1) as number,
       p.name_fr as name
     from product_listings l join products p on p.id = l.product_id
     join categories c on c.id = p.category_id join brands b on b.id = p.brand_id
     left join lateral (
       select v.name from fitment_rules r join vehicle_models v on v.id = r.model_id
       where r.product_id = p.id limit 1
     ) m on true
     order by hashint4(p.id + 1), p.id limit ${QUESTIONS}`
  )
  const vehicles = await database.rows<{ id: number }>(
    `select vehicle_type_id as id from fitments group by 1 order by count(*) desc, 1 limit ${QUESTIONS}`
  )
  return {
    words: products.map(({ words }) => words),
    numbers: products.map(({ number }, n) =>
      n % 2 ? number : number.toLowerCase().replaceAll(' ', '-')
    ),
    beginnings: products.map(({ name }, n) => name.slice(0, 3 + (n % 12)).trim()),
    vehicles: vehicles.map(({ id }) => String(id)),
  }
}
