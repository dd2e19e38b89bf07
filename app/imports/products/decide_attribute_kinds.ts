import type pg from 'pg'
import { NO, YES } from '#app/catalogue/attributes/yes_and_no'
import { sqlWords } from '#app/platform/database/sql_words'

/**
 * Decides the kind of every attribute of a file, over all of its rows: as the
 * catalogue has it, else as the file declares it, else by the values. The
 * kind takes the place of the file's declaration in the staged rows that say
 * otherwise: rewriting all of them took longer than deciding.
 */
export async function decideAttributeKinds(staging: string, session: pg.Client) {
  await session.query(DECIDE.replaceAll('staging', staging))
}

const DECIDE = `
  with entries as (
    select e.key as code, e.value ->> 1 as declared, e.value ->> 2 as value
    from staging s, jsonb_each(s.attributes) e where s.reason is null
  ), decided as (
    select code, coalesce(max(a.kind), case
        when count(distinct declared) filter (where declared <> '') = 1 then max(declared)
        when bool_and(value ~ '^-?[0-9]+([.,][0-9]+)?$') then 'number'
        when bool_and(lower(value) in (${sqlWords([...YES, ...NO])})) then 'boolean'
        else 'text' end) as kind,
      min(declared) as least, max(declared) as greatest
    from entries left join attributes a using (code) group by 1
  ), kinds as (
    select code, kind, (least, greatest) is distinct from (kind, kind) as is_news from decided
  )
  update staging s set attributes = told.attributes
  from (
    select s.seq, jsonb_object_agg(e.key, jsonb_build_array(e.value ->> 0, k.kind, e.value ->> 2)) as attributes
    from staging s, jsonb_each(s.attributes) e join kinds k on k.code = e.key
    where s.reason is null and s.attributes ?| (select array_agg(code) from kinds where is_news)
    group by 1
  ) told
  where s.seq = told.seq`
