import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { emptyTables } from '#tests/support/empty_tables'

/** Takes every vehicle away, with all that is said of them; for tests that commit. */
export async function emptyFleet() {
  await emptyTables('vehicle_makes', 'vehicle_models', 'vehicle_types', 'fitment_rules')
  await db.rawQuery('delete from fit_conditions where id > 0')
}

/** Renault and Peugeot with a few models, written as the fleet of the shop is. */
export async function smallFleet() {
  await emptyFleet()
  await sql(
    `insert into vehicle_makes (slug, name, name_ar) values ('renault', 'Renault', 'رينو'), ('peugeot', 'Peugeot', 'بيجو'), ('dacia', 'Dacia', 'داسيا')`
  )
  await sql(
    `insert into vehicle_models (make_id, slug, name, name_ar, chassis_codes, year_from, year_to)
     select k.id, m.slug, m.name, m.ar, m.chassis, m.y1, m.y2
     from (values ('renault', 'renault-clio-iii', 'Clio III', 'كليو 3', array['BR0/1'], 2005, 2012),
       ('renault', 'renault-clio-iv', 'Clio IV', 'كليو 4', array['BH'], 2012, 2019),
       ('peugeot', 'peugeot-208', '208', '208', array['CA'], 2012, 2019),
       ('peugeot', 'peugeot-2008', '2008', '2008', array['CU'], 2013, 2019),
       ('dacia', 'dacia-logan-ii', 'Logan II', 'لوغان', array['L8'], 2012, 2020)) m (make, slug, name, ar, chassis, y1, y2)
     join vehicle_makes k on k.slug = m.make`
  )
  await sql(
    `insert into vehicle_types (model_id, name, body, fuel, displacement_cc, power_kw, engine_code, produced_from, produced_to, ktype)
     select m.id, t.name, 'hatchback', t.fuel, t.cc, t.kw, t.code, t.y1::date, t.y2::date, t.ktype
     from (values ('renault-clio-iii', '1.5 dCi 70', 'diesel', 1461, 51, 'K9K', '2005-01-01', '2012-12-31', 101),
       ('renault-clio-iv', '1.5 dCi 75', 'diesel', 1461, 55, 'K9K', '2012-01-01', '2019-12-31', 102),
       ('renault-clio-iv', '1.5 dCi 90', 'diesel', 1461, 66, 'K9K', '2012-01-01', '2019-12-31', 103),
       ('renault-clio-iv', '1.2 16V 75', 'petrol', 1149, 55, 'D4F', '2012-01-01', '2016-12-31', 104),
       ('peugeot-208', '1.6 HDi 92', 'diesel', 1560, 68, 'DV6', '2012-01-01', '2019-12-31', 105),
       ('peugeot-2008', '1.2 PureTech 82', 'petrol', 1199, 60, 'EB2', '2013-01-01', '2019-12-31', 106),
       ('dacia-logan-ii', '1.5 dCi 90', 'diesel', 1461, 66, 'K9K', '2012-01-01', '2020-12-31', 107)) t (model, name, fuel, cc, kw, code, y1, y2, ktype)
     join vehicle_models m on m.slug = t.model`
  )
  await sql(
    `insert into vehicle_aliases (model_id, alias) select id, 'Clio' from vehicle_models where slug like 'renault-clio%'
     union all select id, 'Clio quatre' from vehicle_models where slug = 'renault-clio-iv'`
  )
  await sql(
    `insert into vehicle_aliases (make_id, alias) select id, 'reno' from vehicle_makes where slug = 'renault'`
  )
}

/** What fits what: `sku ktype position condition`, in order; a star marks what no rule made. */
export async function fitmentList(): Promise<string[]> {
  const rows = await sql<{ line: string }>(
    `select concat_ws(' ', p.sku, t.ktype, nullif(f.position, ''), nullif(c.text_fr, ''), case when f.rule_id is null then '*' end) as line
     from fitments f join products p on p.id = f.product_id join vehicle_types t on t.id = f.vehicle_type_id
     join fit_conditions c on c.id = f.condition_id order by p.sku, t.ktype, f.position, c.text_fr`
  )
  return rows.map(({ line }) => line)
}
