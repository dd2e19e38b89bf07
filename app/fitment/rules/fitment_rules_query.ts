import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

export type FitmentRule = {
  id: number
  makeId: number
  modelId: number | null
  engineCode: string
  fuel: string
  powerKw: number | null
  displacementCc: number | null
  yearFrom: number | null
  yearTo: number | null
  position: string
  /** How many of it a vehicle takes there; null when nobody said. */
  quantity: number | null
  conditionFr: string
  conditionAr: string | null
}

/** A rule with how many vehicles it speaks of. */
export type ReachingRule = FitmentRule & { vehicles: number }

/** A part that fits everything has a few dozen; nobody reads more. */
const MOST_RULES = 500

const COLUMNS = `r.id, r.make_id as "makeId", r.model_id as "modelId", r.engine_code_norm as "engineCode", r.fuel,
  r.power_kw as "powerKw", r.displacement_cc as "displacementCc", r.year_from as "yearFrom",
  r.year_to as "yearTo", r.position, r.quantity, c.text_fr as "conditionFr", c.text_ar as "conditionAr"`

/** What was declared about a product, the oldest first, at most `MOST_RULES`. */
export function fitmentRulesQuery(productId: number): Promise<ReachingRule[]> {
  return sql<ReachingRule>(
    `with rules as materialized (
       select id from fitment_rules where product_id = $1 order by id limit ${MOST_RULES}
     ), reach as (
       select rule_id, count(*)::int as vehicles from vehicles_of_rules(array(select id from rules)) group by 1
     )
     select ${COLUMNS}, coalesce(n.vehicles, 0) as vehicles
     from rules join fitment_rules r using (id) join fit_conditions c on c.id = r.condition_id
     left join reach n on n.rule_id = r.id order by r.id`,
    [productId]
  )
}

/** The rules of those ids, as they stand in `trx`. */
export function rulesById(ids: number[], trx: TransactionClientContract): Promise<FitmentRule[]> {
  return sql<FitmentRule>(
    `select ${COLUMNS} from fitment_rules r join fit_conditions c on c.id = r.condition_id
     where r.id = any ($1) order by r.id`,
    [ids],
    trx
  )
}
