import type pg from 'pg'

/**
 * Finds the place of every category in the tree: a parent may be another row,
 * before or after it, or a category of the catalogue.
 */
export async function settleCategories(staging: string, session: pg.Client): Promise<string[]> {
  const run = async (text: string) => {
    const { rowCount } = await session.query(text.replaceAll('staging', staging))
    return rowCount
  }
  // Each round places the children of what is placed: as many rounds as the tree is deep.
  while (await run(PLACE_UNDER_PARENT)) continue
  await run(PLACE_UNDER_KNOWN)
  while (await run(PLACE_UNDER_PARENT)) continue
  await run(REJECT_ORPHANS)
  await run(REJECT_REPETITIONS)
  return []
}

const PLACE_UNDER_PARENT = `
  update staging s set slug = p.slug || '/' || s.own_slug,
    path = p.path || jsonb_build_array(jsonb_build_array(p.slug || '/' || s.own_slug, s.name))
  from (
    select distinct on (key) * from (
      select own_slug as key, slug, path, seq from staging where slug is not null and reason is null
      union all
      select lower(external_id), slug, path, seq from staging where slug is not null and reason is null
    ) keys order by key, seq
  ) p
  where s.slug is null and s.reason is null and p.key = s.parent_slug and p.seq <> s.seq
    and jsonb_array_length(p.path) < 20`

/** A parent that is not in the file may be in the catalogue, if only once. */
const PLACE_UNDER_KNOWN = `
  with recursive known as (
    select regexp_replace(slug, '^.*/', '') as key, max(id) as id from categories
    group by 1 having count(*) = 1
  ), up as (
    select k.key, c.id, c.parent_id, jsonb_build_array(jsonb_build_array(c.slug, c.name_fr)) as path, c.slug
    from known k join categories c on c.id = k.id
    union all
    select up.key, c.id, c.parent_id, jsonb_build_array(jsonb_build_array(c.slug, c.name_fr)) || up.path, up.slug
    from up join categories c on c.id = up.parent_id
  )
  update staging s set slug = up.slug || '/' || s.own_slug,
    path = up.path || jsonb_build_array(jsonb_build_array(up.slug || '/' || s.own_slug, s.name))
  from up where up.parent_id is null and up.key = s.parent_slug and s.slug is null and s.reason is null`

const REJECT_ORPHANS = `
  update staging set reason = 'parent: there is no category «' || parent_slug || '»'
  where slug is null and reason is null`

const REJECT_REPETITIONS = `
  update staging s set reason = 'category_path: «' || s.slug || '» is already on line ' || f.line
  from (select distinct on (slug) slug, seq, line from staging where reason is null order by slug, seq) f
  where f.slug = s.slug and s.seq > f.seq and s.reason is null`
