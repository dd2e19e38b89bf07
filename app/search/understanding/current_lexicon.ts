import { taxonomy } from '#app/catalogue/taxonomy'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { loadedUntilChange } from '#app/platform/cache/until_change'
import { sql } from '#app/platform/database/sql'
import { type Concept, Lexicon } from '#app/search/understanding/lexicon'

/** The lexicon as of the newest change of the catalogue, the vehicles or the words. */
export const lexicon = loadedUntilChange(['catalogue', 'vehicles', 'words'], async () => {
  const [known, vehicles, spoken] = await Promise.all([taxonomy(), vehicleCatalogue(), concepts()])
  return new Lexicon(known, vehicles, spoken)
})

/** Read again only when words changed: the catalogue changes far more often. */
const concepts = loadedUntilChange(['words'], () =>
  sql<Concept>(
    `select c.code, c.kind, c.category_slugs as "categorySlugs",
       json_agg(json_build_object('term', s.term, 'language', s.language,
         'terms', array(select index_term(t.lexeme) from unnest(index_words(s.term)) t
           where index_term(t.lexeme) is not null order by t.positions[1]))
         order by s.id) as synonyms
     from concepts c join synonyms s on s.concept_id = c.id group by c.id order by c.id`
  )
)
