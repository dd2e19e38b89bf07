import db from '@adonisjs/lucid/services/db'
import { holdProposals, spendBudget } from '#app/orion/proposals/spend_budget'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'

/** What the shop wants of its forecasts and proposals. Levels are shares, the budget is in millimes without tax; null: no cap. */
export type ForecastSettings = {
  levelA: number
  levelB: number
  levelC: number
  /** Where no supplier has said or shown how long it takes. */
  leadDays: number
  /** From one order to the next. */
  reviewDays: number
  budget: number | null
  /** Months that are forecast. */
  horizon: number
}

const COLUMNS = `level_a::float8 as "levelA", level_b::float8 as "levelB", level_c::float8 as "levelC",
  lead_days as "leadDays", review_days as "reviewDays", budget, horizon`

/** The settings; there is always one row of them. */
export async function forecastSettings(): Promise<ForecastSettings> {
  const [settings] = await sql<ForecastSettings>(`select ${COLUMNS} from forecast_settings`)
  return settings
}

/** How many months are forecast unless somebody says otherwise. */
export async function horizonSetting(): Promise<number> {
  const { horizon } = await forecastSettings()
  return horizon
}

/** Changes what is told and leaves the rest: the next run goes by it, what the budget reaches is told at once. */
export function writeForecastSettings(
  changes: Partial<ForecastSettings>,
  acting: Acting
): Promise<ForecastSettings> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [before] = await sql<ForecastSettings>(
      `select ${COLUMNS} from forecast_settings for update`,
      [],
      trx
    )
    const settings = { ...before, ...changes }
    const { levelA, levelB, levelC, leadDays, reviewDays, budget, horizon } = settings
    await sql(
      `update forecast_settings set level_a = $1, level_b = $2, level_c = $3, lead_days = $4, review_days = $5,
         budget = $6, horizon = $7`,
      [levelA, levelB, levelC, leadDays, reviewDays, budget, horizon],
      trx
    )
    await holdProposals(trx)
    await spendBudget(trx)
    return settings
  })
}
