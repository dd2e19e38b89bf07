import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { type Rules, rulesWith } from '#app/prospector/score/rules'

/** Rules as they were at some time, under the number that scores are kept with. */
type Ruleset = { version: number; rules: Rules }

/** The rules that count. */
export async function currentRuleset(trx?: TransactionClientContract): Promise<Ruleset> {
  const [row] = await sql<{ version: number; rules: Partial<Rules> }>(
    'select id as version, rules from lead_rulesets order by id desc limit 1',
    [],
    trx
  )
  return { version: row.version, rules: rulesWith(row.rules) }
}

/** The newest versions, with who made them. */
export const rulesetsQuery = (limit: number) =>
  sql<{ version: number; actor: string; at: Date }>(
    'select id as version, actor, created_at as at from lead_rulesets order by id desc limit $1',
    [limit]
  )
