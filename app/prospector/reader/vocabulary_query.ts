import { sql } from '#app/platform/database/sql'
import type { Named, Vocabulary } from '#app/prospector/reader/mentions'

/** The makes and brands that the catalogue knows: a few hundred names. */
export async function vocabularyQuery(): Promise<Vocabulary> {
  const [makes, brands] = await Promise.all([
    sql<Named>('select slug, name from vehicle_makes order by name'),
    sql<Named>('select slug, name from brands order by name'),
  ])
  return { makes, brands }
}
