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

/** Writes the words of the workshop. Concepts that are there already stay as staff have left them. */
export function writeWords(): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, { actor: 'seed', source: 'command' })
    await sql(ADD_CONCEPTS, [JSON.stringify(conceptRows())], trx)
    await bumpEpochs(['words'], trx)
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

const ADD_CONCEPTS = `
  with given as (
    select code, kind, categories, synonyms from jsonb_to_recordset($1)
      as g (code text, kind text, categories text[], synonyms jsonb)
  ), added as (
    insert into concepts (code, kind, category_slugs) select code, kind, categories from given
    on conflict do nothing returning id, code
  )
  insert into synonyms (concept_id, term, language)
  select a.id, s.value ->> 'term', s.value ->> 'language'
  from added a join given g on g.code = a.code,
    jsonb_array_elements(g.synonyms) with ordinality as s (value, place)
  where fold_words(s.value ->> 'term') <> ''
  order by g.code, s.place
  on conflict do nothing`
