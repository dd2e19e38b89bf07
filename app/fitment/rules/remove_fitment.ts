import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { touchProduct } from '#app/catalogue/products/touch_product'
import type { Changes } from '#app/platform/audit/record_act'
import { describeRule, describeVehicle, withPlace } from '#app/fitment/rules/describe_rule'
import { followRulesOf } from '#app/fitment/rules/follow_rules'
import { rulesById } from '#app/fitment/rules/fitment_rules_query'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

/**
 * Takes a rule from a product, with the fitments that followed from it alone: those that another rule
 * gives or that were said outright stay. Resolves with the rule in words. Throws 404.
 */
export async function removeRule(productId: number, ruleId: number, acting: Acting) {
  const vehicles = await vehicleCatalogue()
  let words = ''
  await touchProduct(productId, acting, async (_, trx) => {
    const [rule] = await rulesById([ruleId], trx)
    const gone = await sql(
      'delete from fitment_rules where id = $1 and product_id = $2 returning id',
      [ruleId, productId],
      trx
    )
    if (gone.length === 0) throw notFound('rule')
    await followRulesOf([productId], trx)
    words = describeRule(rule, vehicles)
    return { fitments: [words, null] }
  })
  return words
}

/**
 * Takes back that a product fits a vehicle where that was said outright; rules that speak of the vehicle
 * still give it. Resolves with the vehicle in words and whether the product still fits it. Throws 404.
 */
export async function removeVehicle(productId: number, typeId: number, acting: Acting) {
  const vehicles = await vehicleCatalogue()
  const vehicle = describeVehicle(typeId, vehicles)
  let stillFits = false
  await touchProduct(productId, acting, async (_, trx) => {
    const gone = await sql<{ position: string; conditionFr: string }>(
      `delete from fitments f using fit_conditions c
       where f.product_id = $1 and f.vehicle_type_id = $2 and f.rule_id is null and c.id = f.condition_id
       returning f.position, c.text_fr as "conditionFr"`,
      [productId, typeId],
      trx
    )
    if (gone.length === 0) throw notFound('fitment of this vehicle that no rule gives')
    await followRulesOf([productId], trx)
    stillFits = await fits(productId, typeId, trx)
    return { fitments: [gone.map((place) => withPlace(vehicle, place)), null] } as Changes
  })
  return { vehicle, stillFits }
}

async function fits(productId: number, typeId: number, trx: TransactionClientContract) {
  const rows = await sql(
    'select product_id from fitments where product_id = $1 and vehicle_type_id = $2 limit 1',
    [productId, typeId],
    trx
  )
  return rows.length > 0
}
