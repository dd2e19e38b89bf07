import { STATUSES } from '#app/catalogue/products/product'
import { sql } from '#app/platform/database/sql'

/** A filter that nothing in the shop can answer to. */
export class UnknownFilter extends Error {}

/** Slugs of brands, the slug of a category, a status, as somebody has typed them. */
type TypedFilters = { brands?: string[]; category?: string; status?: string }

/** Throws `UnknownFilter`: what is misspelled would give an empty list, as if there were no such products. */
export async function expectKnownFilters({ brands = [], category, status }: TypedFilters) {
  if (status !== undefined && !STATUSES.some((known) => known === status)) {
    throw new UnknownFilter(`${status} is no status: use ${STATUSES.join(', ')}`)
  }
  const [unknown] = await sql<{ slug: string; kind: string }>(
    `select slug, 'brand' as kind from unnest($1::text[]) as wanted (slug)
     where not exists (select from brands b where b.slug = wanted.slug)
     union all
     select $2, 'category' where $2::text is not null and not exists (select from categories where slug = $2)`,
    [brands, category ?? null]
  )
  if (!unknown) return
  const { slug, kind } = unknown
  const example = kind === 'brand' ? 'bosch' : 'freinage/plaquettes-de-frein'
  throw new UnknownFilter(`${slug} is no ${kind}: use its slug, such as ${example}`)
}
