import db from '@adonisjs/lucid/services/db'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'
import { enqueue } from '#app/platform/jobs/enqueue'
import { rescoreAllJob } from '#app/prospector/score/rescore_all'
import { misordered, type Rules } from '#app/prospector/score/rules'

/** Keeps new rules as the next version, and scores all leads by them in the background. Throws 422 for rules in disorder. */
export function saveRules(rules: Rules, acting: Acting): Promise<{ version: number }> {
  expectOrder(rules)
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [{ version }] = await sql<{ version: number }>(
      'insert into lead_rulesets (rules, actor) values ($1, $2) returning id as version',
      [JSON.stringify(rules), acting.actor],
      trx
    )
    await enqueue(rescoreAllJob, { version }, { trx, key: String(version) })
    return { version }
  })
}

/** A nearer, larger or better lead must not be worth less. Throws 422. */
function expectOrder(rules: Rules): void {
  const wrong = misordered(rules)
  if (wrong) throw invalid(wrong[1], 'order', `${wrong[1]} must be at least ${wrong[0]}`)
}
