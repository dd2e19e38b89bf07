import { taxonomy, type Taxonomy } from '#app/catalogue/taxonomy'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import type { NumberMatch } from '#app/references/find_numbers'
import { searchEngine } from '#app/search/engine/current_engine'
import { NOTHING } from '#app/search/engine/search_engine'
import type { FoundReference, Way } from '#app/search/references/find_references'
import { LISTING_COLUMNS, type Listing } from '#app/search/lists/listing_columns'
import { readQuery } from '#app/search/understanding/read_query'
import type { Understood } from '#app/search/understanding/understood'

export type SearchRequest = { q: string; vehicle?: number; limit: number; cursor?: string }

/** A product that was found, and what its place rests on. */
export type Hit = Listing & {
  score: number
  /** What the words brought, before availability and popularity. */
  relevance: number
  coverage: number
  phraseBonus: number
  availabilityBonus: number
  popularityBonus: number
  reference?: ReferenceMatch
}

/** A number that a product carries, and how it was found. */
export type ReferenceMatch = NumberMatch & { way: Way }

/** A product with a number near one that was asked for. */
export type NearProduct = Listing & { reference: ReferenceMatch }

export type SearchResult = {
  hits: Hit[]
  nextCursor: string | null
  references: FoundReference[]
  /** Offered beside the hits, never among them. */
  near: NearProduct[]
  understood: Understood
  taxonomy: Taxonomy
}

const ORDER = 'search:score:desc'
/** So many of the best are ordered by everything; nobody turns more pages. */
const CANDIDATES = 200
/** What saying all neighbouring words side by side is worth, as a share of the score. */
const PHRASE_BONUS = 0.6
/** A number that was asked for comes before any words; the first of its list first. */
const REFERENCE_SCORE = 1_000

/**
 * Numbers first, then words: exact references in a fixed order, after them what the words mean,
 * ordered by relevance, lifted a little by availability and popularity.
 */
export async function searchQuery(request: SearchRequest): Promise<SearchResult> {
  const { found, near, understood } = await readQuery(request.q)
  if (request.vehicle) await ask(understood, request.vehicle)
  const hits = await rank(request, numbered(found), understood)
  const { page, nextCursor } = pageOf(hits, request.limit, ORDER, ({ score }) => String(score))
  return {
    ...{ hits: page, nextCursor, references: found, understood },
    near: request.cursor ? [] : await nearProducts(numbered(near)),
    taxonomy: await taxonomy(),
  }
}

/** The car that was chosen counts like one that is named in the words. */
async function ask(understood: Understood, vehicleTypeId: number) {
  const vehicles = await vehicleCatalogue()
  if (!vehicles.types.has(vehicleTypeId)) return
  const named = understood.groups.find((group) => group.vehicleTypeIds.length > 0)
  if (named) named.vehicleTypeIds = [vehicleTypeId]
  else if (understood.groups.length > 0) {
    understood.groups.push({ words: [], alternatives: [], vehicleTypeIds: [vehicleTypeId] })
  }
}

/** One match per product: the first number of the text that it carries, by the best kind. */
function numbered(found: FoundReference[]): Map<number, ReferenceMatch> {
  const matches = found.flatMap(({ matches: those, way }) =>
    those.map((each) => ({ ...each, way }))
  )
  return new Map(matches.toReversed().map((match) => [match.productId, match]))
}

async function nearProducts(near: Map<number, ReferenceMatch>): Promise<NearProduct[]> {
  if (near.size === 0) return []
  const rows = await sql<Listing>(
    `select ${LISTING_COLUMNS} from product_listings l where l.product_id = any ($1::int[]) order by l.product_id`,
    [[...near.keys()]]
  )
  return rows.map((row) => ({ ...row, reference: near.get(row.id)! }))
}

async function rank(
  { limit, cursor }: SearchRequest,
  references: Map<number, ReferenceMatch>,
  understood: Understood
): Promise<Hit[]> {
  const matches = (await searchEngine().matches(understood, { most: CANDIDATES })) ?? NOTHING
  const values = [...matches.values]
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`
  const ids = [...references.keys()].toReversed()
  const numbers = `select id as product_id, (${REFERENCE_SCORE} - place)::float8 as score, 1::float8 as coverage,
      0::float8 as phrase
    from unnest(${bind(ids, 'int[]')}) with ordinality n (id, place)`
  const place = cursor ? decodeCursor(ORDER, cursor) : undefined
  const after = place
    ? `where (score, -id) < (${bind(Number(place.value), 'float8')}, ${bind(-place.id, 'int')})`
    : ''
  const hits = await sql<Hit>(
    `with scored as (${matches.sql}),
     best as (
       (select product_id, score, coverage, side_by_side * ${PHRASE_BONUS} as phrase
        from scored order by score * (1 + side_by_side * ${PHRASE_BONUS}) desc, product_id limit ${CANDIDATES})
       union all ${numbers}
     ), single as (
       select product_id, max(score) as score, max(coverage) as coverage, max(phrase) as phrase from best group by 1
     ), lifted as (
       select s.product_id as id, s.score as relevance, s.coverage, s.phrase as "phraseBonus",
         b."availabilityBonus", b."popularityBonus",
         case when s.score >= ${REFERENCE_SCORE - CANDIDATES} then s.score
              else s.score * (1 + s.phrase) * (1 + b."availabilityBonus" + b."popularityBonus")
         end as score
       from single s
       -- One probe of the key each: how many there are is not known when the statement is planned.
       cross join lateral (
         select availability_bonus(availability) as "availabilityBonus",
           popularity_bonus(popularity) as "popularityBonus"
         from product_listings where product_id = s.product_id offset 0
       ) b
     ), shown as (
       select * from lifted ${after} order by score desc, id limit ${bind(limit + 1, 'int')}
     )
     select l.*, relevance, coverage, "phraseBonus", "availabilityBonus", "popularityBonus", score
     from shown
     cross join lateral (
       select ${LISTING_COLUMNS} from product_listings l where l.product_id = shown.id offset 0
     ) l
     order by score desc, l.id`,
    values
  )
  return hits.map((hit) => ({ ...hit, reference: references.get(hit.id) }))
}
