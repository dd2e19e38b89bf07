import type { CategoriesMoved } from '#app/catalogue/categories/categories_moved'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'

/** Words that mean a part name the categories where such parts are: they follow these. */
export async function followMovedCategories({ moves, trx }: CategoriesMoved) {
  await sql(
    `update concepts c set category_slugs = (
       select array_agg(coalesce(m."to", s.slug) order by s.place)
       from unnest(c.category_slugs) with ordinality as s (slug, place)
       left join jsonb_to_recordset($1) as m ("from" text, "to" text) on m."from" = s.slug)
     where c.category_slugs && (select array_agg("from") from jsonb_to_recordset($1) as m ("from" text))`,
    [JSON.stringify(moves)],
    trx
  )
  await bumpEpochs(['words'], trx)
}
