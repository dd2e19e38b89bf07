import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export const LANGUAGES = ['fr', 'ar', 'arabizi', 'en'] as const
export const CONCEPT_KINDS = [
  ...(['part', 'modifier', 'position', 'quality', 'fuel', 'filler'] as const),
] as const

export type Synonym = { term: string; language: (typeof LANGUAGES)[number] }

/** Words that mean the same, and where such parts are. */
export type Concept = {
  id: number
  code: string
  kind: (typeof CONCEPT_KINDS)[number]
  categories: string[]
  synonyms: Synonym[]
}

const ORDER = 'concepts:id:asc'

const COLUMNS = `c.id, c.code, c.kind, c.category_slugs as categories,
  coalesce((select json_agg(json_build_object('term', s.term, 'language', s.language) order by s.id)
    from synonyms s where s.concept_id = c.id), '[]') as synonyms`

/** A page of concepts with all their words. */
export async function conceptsQuery(limit: number, cursor?: string) {
  const after = cursor ? decodeCursor(ORDER, cursor).id : 0
  const rows = await sql<Concept>(
    `select ${COLUMNS} from concepts c where c.id > $1 order by c.id limit $2`,
    [after, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}

/** Throws 404 for an unknown code. */
export async function conceptQuery(code: string): Promise<Concept> {
  const [concept] = await sql<Concept>(`select ${COLUMNS} from concepts c where c.code = $1`, [
    code,
  ])
  if (!concept) throw notFound('concept')
  return concept
}

/** Adds a concept, or replaces what the one of that code means and all its words. */
export function writeConcept(concept: Omit<Concept, 'id'>, acting: Acting): Promise<Concept> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [{ id }] = await sql<{ id: number }>(
      `insert into concepts (code, kind, category_slugs) values ($1, $2, $3)
       on conflict (code) do update set kind = excluded.kind, category_slugs = excluded.category_slugs
       returning id`,
      [concept.code, concept.kind, concept.categories],
      trx
    )
    await replaceSynonyms(id, concept.synonyms, acting.actor, trx)
    await bumpEpochs(['words'], trx)
    const [written] = await sql<Concept>(
      `select ${COLUMNS} from concepts c where c.id = $1`,
      [id],
      trx
    )
    return written
  })
}

async function replaceSynonyms(
  conceptId: number,
  synonyms: Synonym[],
  source: string,
  trx: TransactionClientContract
) {
  const columns = [
    conceptId,
    synonyms.map(({ term }) => term),
    synonyms.map(({ language }) => language),
  ]
  await sql(
    `delete from synonyms where concept_id = $1
       and term_norm not in (select fold_words(term) from unnest($2::text[], $3::text[]) w (term, language))`,
    columns,
    trx
  )
  await sql(
    `insert into synonyms (concept_id, term, language, source)
     select $1, term, language, $4 from unnest($2::text[], $3::text[]) w (term, language)
     where fold_words(term) <> '' on conflict do nothing`,
    [...columns, source],
    trx
  )
}

/** Throws 404 for an unknown code. */
export function deleteConcept(code: string, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [gone] = await sql('delete from concepts where code = $1 returning id', [code], trx)
    if (!gone) throw notFound('concept')
    await bumpEpochs(['words'], trx)
  })
}
