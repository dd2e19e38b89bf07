import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { BacktestReport } from '#app/orion/evaluation/backtest_errors'
import { warnOfWorseForecasts } from '#app/orion/forecasts/warn_of_worse_forecasts'
import { pinball } from '#app/orion/models/levels'
import type { ShopPanel } from '#app/orion/training/shop_panel'
import { sql } from '#app/platform/database/sql'

/** Forecasts of so many months are looked at together. */
const LOOKED_AT = 3
/** Beyond so many times what the backtest had promised, something is wrong. */
const WORSE = 1.15

/**
 * Compares what was said of months that are over with what was sold in them, once for each, and raises an alarm
 * when the last three were worse than the model had promised. Part of the transaction that stores the next forecasts.
 */
export async function scoreForecasts(shop: ShopPanel, trx: TransactionClientContract) {
  const due = await sql<{ origin: string }>(
    `select distinct t.origin::text as origin from forecast_tracks t
     where t.origin < $1 and not exists (select from forecast_scores s where s.origin = t.origin)
     order by 1`,
    [shop.origin],
    trx
  )
  for (const { origin } of due) await score(origin, shop, trx)
  await sql(`delete from forecast_tracks where origin < $1`, [shop.origin], trx)
  if (due.length > 0) await raiseAlarm(trx)
}

async function score(origin: string, shop: ShopPanel, trx: TransactionClientContract) {
  const { panel } = shop
  const month = panel.periods - monthsBetween(origin, shop.origin)
  if (month < 0) return
  const said = await sql<{ id: number; q95: number }>(
    'select product_id as id, q95 from forecast_tracks where origin = $1',
    [origin],
    trx
  )
  const rowOf = new Map(panel.ids.map((id, row) => [Number(id), row]))
  const sums = { parts: 0, loss: 0, demand: 0 }
  for (const { id, q95 } of said) {
    const row = rowOf.get(id)
    const sold = row === undefined ? Number.NaN : panel.cells[row * panel.periods + month]
    if (Number.isNaN(sold)) continue
    sums.parts++
    sums.loss += pinball(0.95, q95, sold)
    sums.demand += sold
  }
  if (sums.demand === 0) return
  await sql(
    `insert into forecast_scores (origin, model_id, parts, wql95)
     select $1, model_id, $2, $3 from forecast_state`,
    [origin, sums.parts, (2 * sums.loss) / sums.demand],
    trx
  )
}

/** One alarm of a model: its mail is part of the same transaction. */
async function raiseAlarm(trx: TransactionClientContract) {
  const [{ count, wql95, modelId, report }] = await sql<{
    count: number
    wql95: number
    modelId: number
    report: BacktestReport | null
  }>(
    `select count(*)::int as count, avg(s.wql95) as wql95, m.id as "modelId", m.evaluation -> 'report' as report
     from forecast_state t join forecast_models m on m.id = t.model_id
     left join (select wql95 from forecast_scores order by origin desc limit ${LOOKED_AT}) s on true
     group by m.id`,
    [],
    trx
  )
  const promised = report?.wql?.q95
  if (count < LOOKED_AT || promised === undefined || wql95 <= WORSE * promised) return
  const raised = await sql(
    `insert into forecast_alarms (model_id, wql95, promised) values ($1, $2, $3)
     on conflict do nothing returning 1 as raised`,
    [modelId, wql95, promised],
    trx
  )
  if (raised.length > 0) await warnOfWorseForecasts({ modelId, wql95, promised }, trx)
}

function monthsBetween(from: string, until: string): number {
  const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return number(until) - number(from)
}
