import { sql } from '#app/platform/database/sql'

/** Of the published products: how many there are, and how many lack something. */
export type ListingGaps = {
  published: number
  outOfStock: number
  lowStock: number
  withoutImage: number
  withoutArabic: number
}

let reading: Promise<ListingGaps> | undefined

/** Read once for all who ask at the same time: the dashboard asks for each of them. */
export function listingGaps(): Promise<ListingGaps> {
  reading ??= listingGapsQuery().finally(() => (reading = undefined))
  return reading
}

async function listingGapsQuery(): Promise<ListingGaps> {
  const [gaps] = await sql<ListingGaps>(
    `select count(*)::int as published,
       (count(*) filter (where availability <= 1))::int as "outOfStock",
       (count(*) filter (where availability = 2))::int as "lowStock",
       (count(*) filter (where image_path is null))::int as "withoutImage",
       (count(*) filter (where name_ar is null))::int as "withoutArabic"
     from product_listings`
  )
  return gaps
}
