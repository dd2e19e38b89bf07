import { taxonomy } from '#app/catalogue/taxonomy'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { epochOf } from '#app/platform/cache/epoch_watch'
import { sql } from '#app/platform/database/sql'
import { type Concept, Lexicon } from '#app/search/understanding/lexicon'

let current: { version: string; lexicon: Promise<Lexicon> } | undefined

/** The lexicon as of the newest committed change of the catalogue, the vehicles or the words. */
export function lexicon(): Promise<Lexicon> {
  const version = ['catalogue', 'vehicles', 'words'].map(epochOf).join('.')
  if (current?.version !== version) current = { version, lexicon: load() }
  current.lexicon.catch(() => (current = undefined))
  return current.lexicon
}

async function load(): Promise<Lexicon> {
  const [known, vehicles, concepts] = await Promise.all([
    taxonomy(),
    vehicleCatalogue(),
    loadConcepts(),
  ])
  return new Lexicon(known, vehicles, concepts)
}

let words: { epoch: number; concepts: Promise<Concept[]> } | undefined

/** Read again only when words changed: the catalogue changes far more often. */
function loadConcepts(): Promise<Concept[]> {
  const epoch = epochOf('words')
  if (words?.epoch !== epoch) {
    words = {
      epoch,
      concepts: sql<Concept>(
        `select c.code, c.kind, c.category_slugs as "categorySlugs",
           json_agg(json_build_object('term', s.term, 'language', s.language,
             'terms', array(select index_term(t.lexeme) from unnest(index_words(s.term)) t
               where index_term(t.lexeme) is not null order by t.positions[1]))
             order by s.id) as synonyms
         from concepts c join synonyms s on s.concept_id = c.id group by c.id order by c.id`
      ),
    }
  }
  words.concepts.catch(() => (words = undefined))
  return words.concepts
}
