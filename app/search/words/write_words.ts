import db from '@adonisjs/lucid/services/db'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import type { Concept, Synonym } from '#app/search/words/synonyms'
import { PART_WORDS } from '#app/search/words/all'
import type { Terms } from '#app/search/words/concept'
import { MODIFIER_WORDS } from '#app/search/words/modifiers'
import { POSITION_WORDS } from '#app/search/words/positions'
import { FUEL_WORDS, QUALITY_WORDS } from '#app/search/words/qualities'
import { STOP_WORDS } from '#app/search/words/stop_words'

type Row = Omit<Concept, 'id'>

/**
 * Gives the shop the words of the workshop that it was never given before. What staff have changed or
 * removed stays as they left it; words that came with a later version are added.
 */
export function writeWords(): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, { actor: 'seed', source: 'command' })
    const given = await sql(GIVE_WORDS, [JSON.stringify(conceptRows())], trx)
    if (given.length > 0) await bumpEpochs(['words'], trx)
  })
}

function conceptRows(): Row[] {
  const row = (code: string, kind: Row['kind'], terms: Terms, categories: string[] = []): Row => ({
    code,
    kind,
    categories,
    synonyms: synonymsOf(terms),
  })
  return [
    ...PART_WORDS.map((concept) => row(concept.code, 'part', concept, concept.categories)),
    ...MODIFIER_WORDS.map((concept) => row(concept.code, 'modifier', concept)),
    ...POSITION_WORDS.map((concept) => row(concept.code, 'position', concept)),
    ...QUALITY_WORDS.map((concept) => row(concept.code, 'quality', concept)),
    ...FUEL_WORDS.map((concept) => row(concept.code, 'fuel', concept)),
    row('filler', 'filler', STOP_WORDS),
  ]
}

const synonymsOf = ({ fr, ar, arabizi, en = [] }: Terms): Synonym[] => [
  ...fr.map((term) => ({ term, language: 'fr' as const })),
  ...ar.map((term) => ({ term, language: 'ar' as const })),
  ...arabizi.map((term) => ({ term, language: 'arabizi' as const })),
  ...en.map((term) => ({ term, language: 'en' as const })),
]

/** A concept that was given once and is there no more was removed; a word that another concept has by now is theirs. */
const GIVE_WORDS = `
  with words as materialized (
    select c.code, c.kind, c.categories, w.value ->> 'term' as term, fold_words(w.value ->> 'term') as term_norm,
      w.value ->> 'language' as language, w.place
    from jsonb_to_recordset($1) c (code text, kind text, categories text[], synonyms jsonb),
      jsonb_array_elements(c.synonyms) with ordinality w (value, place)
  ), added as (
    insert into concepts (code, kind, category_slugs)
    select distinct code, kind, categories from words w
    where not exists (select from words_given g where g.code = w.code)
    on conflict do nothing returning id, code
  ), noted as (
    insert into words_given (code, term_norm) select distinct code, term_norm from words
    on conflict do nothing returning code, term_norm
  )
  insert into synonyms (concept_id, term, language)
  select c.id, w.term, w.language
  from words w join noted n using (code, term_norm)
  join (select id, code from added union select id, code from concepts) c on c.code = w.code
  where not exists (select from synonyms s where s.term_norm = n.term_norm)
  order by w.code, w.place
  on conflict do nothing
  returning id`
