import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { hasRightLetter } from '#app/invoicing/tax_id'
import { sql } from '#app/platform/database/sql'
import { kilometres } from '#app/tunisia/kilometres'
import { ENGAGEMENTS, type Engagement, type LeadFacts } from '#app/prospector/score/score_of'
import { shopLocation } from '#app/tunisia/shop_location'
import { GOVERNORATE_CENTRES } from '#app/tunisia/governorate_centres'

type Row = Omit<LeadFacts, 'distanceKm' | 'engaged' | 'makesInStock' | 'isReachable'> & {
  id: number
  latitude: number | null
  longitude: number | null
  makes: number
  makesKept: number
  hasMail: boolean
  engaged: Partial<Record<Engagement, string>>
}

/** Addresses of a function rather than of somebody. */
const ROLES =
  '^(contact|info|infos|commercial|vente|ventes|sales|achat|achats|direction|accueil|administration|service|atelier|garage)[@.+-]'

/** What the scores of these leads are made of, by lead. A lead is also what happened with those merged into it. */
export async function leadFactsQuery(
  ids: number[],
  trx?: TransactionClientContract
): Promise<Map<number, LeadFacts>> {
  const rows = await sql<Row>(FACTS, [ids, ROLES], trx)
  return new Map(rows.map((row) => [row.id, factsOf(row)]))
}

function factsOf({
  id,
  latitude,
  longitude,
  makes,
  makesKept,
  hasMail,
  engaged,
  ...row
}: Row): LeadFacts {
  const centre = row.governorate ? GOVERNORATE_CENTRES[row.governorate] : undefined
  const place = latitude !== null && longitude !== null ? { latitude, longitude } : centre
  const moments = ENGAGEMENTS.flatMap((kind) => {
    const at = engaged[kind]
    return at ? [[kind, new Date(at)] as const] : []
  })
  return {
    ...row,
    distanceKm: place ? kilometres(place, shopLocation()) : null,
    makesInStock: makes > 0 ? makesKept / makes : null,
    engaged: Object.fromEntries(moments),
    isReachable: row.hasPhone || hasMail,
    taxId: row.taxId !== null && hasRightLetter(row.taxId) ? row.taxId : null,
  }
}

/** How the log of contacts tells of interest: what was done, and what came of it. */
const ENGAGED = `case
  when e.kind = 'move' and e.data ->> 'to' = 'quote' then 'quote'
  when e.kind <> 'contact' then null
  when e.data ->> 'by' in ('call', 'visit') and e.data ->> 'outcome' = 'answered' then 'call'
  when e.data ->> 'by' in ('whatsapp', 'email') and e.data ->> 'outcome' = 'answered' then 'reply'
  when e.data ->> 'by' = 'whatsapp' and e.data ->> 'outcome' = 'seen' then 'whatsapp'
  when e.data ->> 'by' = 'email' and e.data ->> 'outcome' = 'clicked' then 'email_click'
  when e.data ->> 'by' = 'email' and e.data ->> 'outcome' = 'seen' then 'email_open'
end`

const FACTS = /* sql */ `
  with wanted as (
    select * from leads where id = any ($1)
  ), family as (
    select id, id as member from wanted
    union all select l.merged_into, l.id from leads l where l.merged_into = any ($1)
  ), kept as materialized (
    select m.slug from vehicle_makes m where m.slug in (select unnest(makes) from wanted) and exists (
      select from vehicle_models g join vehicle_types t on t.model_id = g.id
      join fitments f on f.vehicle_type_id = t.id join product_listings p on p.product_id = f.product_id
      where g.make_id = m.id and p.availability > 1)
  ), happened as (
    select id, kind, max(at) as at, bool_or(asked) as asked
    from (select f.id, ${ENGAGED} as kind, e.at, coalesce(e.data ->> 'outcome' = 'asked', false) as asked
      from family f cross join lateral (
        -- By its index for each lead: joined at once, the log of all leads is read for every batch of them.
        select kind, at, data from lead_events where lead_id = f.member offset 0) e
      union all
      select w.id, 'quote', q.created_at, false from wanted w join quotes q on q.customer_id = w.customer_id) each_event
    group by 1, 2
  ), interest as (
    select id, coalesce(jsonb_object_agg(kind, at) filter (where kind is not null), '{}') as engaged,
      bool_or(asked) as asked
    from happened group by 1
  ), reached as (
    select k.lead_id as id, bool_or(k.kind = 'phone') as phone,
      -- As \`BELIEVED\` in profile_of.ts has them: what staff typed, what the business says, lists, Google.
      (array_agg(k.origin order by array_position('{manual,own_site,csv,google_cache}', k.origin))
        filter (where k.kind = 'phone'))[1] as "phoneOrigin", bool_or(k.kind = 'email') as mail,
      bool_or(d.accepts) filter (where k.kind = 'email') as accepted,
      min(split_part(k.value, '@', 1)) filter (where k.kind = 'email' and k.value ~ $2) as role
    from lead_keys k left join mail_domains d on k.kind = 'email' and d.domain = split_part(k.value, '@', 2)
    where k.lead_id = any ($1) group by 1
  )
  select w.id, w.segment, w.governorate, w.latitude, w.longitude, coalesce(w.sites, 0) as sites,
    coalesce(w.vehicles, 0) as vehicles, coalesce(w.reviews, 0) as reviews, cardinality(w.makes) as makes,
    (select count(*)::int from kept m where m.slug = any (w.makes)) as "makesKept",
    coalesce(i.engaged, '{}') as engaged,
    coalesce(i.asked, false) or exists (
      select from customers c where c.id = w.customer_id and c.customer_group_id is not null) as asked,
    (select max(placed_at) from orders o where w.customer_id is not null and o.customer_id = w.customer_id and o.state <> 'cancelled') as "lastOrderAt",
    coalesce(r.phone, false) as "hasPhone", coalesce(r.accepted, false) as "hasEmail", coalesce(r.mail, false) as "hasMail",
    w.address is not null and w.delegation is not null as "hasAddress", w.tax_id as "taxId", w.website,
    r.role as "contactRole", w.closed as "isClosed", w.opted_out as "hasOptedOut",
    u.number is not null as "hasUnpaidInvoice",
    jsonb_strip_nulls(jsonb_build_object('phone', r."phoneOrigin",
      'address', w.field_origin ->> 'address', 'closed', w.field_origin ->> 'closed',
      'asked', case when i.asked then 'contact' else 'account' end, 'unpaid', u.number,
      'optedOut', case when w.opted_out then (w.status_since at time zone 'Africa/Tunis')::date end)) as reasons,
    (select count(*)::int from orders o join parcels p on p.order_id = o.id
     where w.customer_id is not null and o.customer_id = w.customer_id and p.cash > 0 and p.state in ('refused', 'returned')) as "refusedDeliveries"
  from wanted w left join interest i on i.id = w.id left join reached r on r.id = w.id
  left join lateral (
    select v.number from orders o join invoices v on v.order_id = o.id
    where o.customer_id = w.customer_id and o.delivery_state = 'delivered' and o.payment_state = 'due'
    order by v.id limit 1) u on true`
