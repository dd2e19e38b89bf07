import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { warnOfWorseForecasts, type Worse } from '#app/orion/forecasts/warn_of_worse_forecasts'
import { pinball } from '#app/orion/models/levels'
import type { ShopPanel } from '#app/orion/training/shop_panel'
import { sql } from '#app/platform/database/sql'

/** Forecasts of so many months are looked at together. */
const LOOKED_AT = 3
/** Beyond so many times what the backtest had promised, something is wrong. */
const WORSE = 1.15

/**
 * Compares what was said of months that are over with what was sold in them, once for each, and raises an alarm
 * when the last three were worse than the models that spoke of them had promised. Part of the transaction that stores
 * the next forecasts.
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
  if (due.length > 0) await watch(trx)
}

async function score(origin: string, shop: ShopPanel, trx: TransactionClientContract) {
  const { panel } = shop
  const month = panel.periods - monthsBetween(origin, shop.origin)
  if (month < 0) return
  const said = await sql<{ id: number; q95: number; modelId: number }>(
    'select product_id as id, q95, model_id as "modelId" from forecast_tracks where origin = $1',
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
    'insert into forecast_scores (origin, model_id, parts, wql95) values ($1, $2, $3, $4)',
    [origin, said[0].modelId, sums.parts, (2 * sums.loss) / sums.demand],
    trx
  )
}

/** One alarm of a stretch of bad months, whoever spoke of them, until it is over. */
async function watch(trx: TransactionClientContract) {
  const [{ count, ...worse }] = await sql<Worse & { count: number }>(LAST, [], trx)
  if (count < LOOKED_AT) return
  if (worse.wql95 > WORSE * worse.promised) return raiseAlarm(worse, trx)
  await sql('update forecast_alarms set ended_at = now() where ended_at is null', [], trx)
}

/** The mail of an alarm is part of the same transaction. */
async function raiseAlarm(worse: Worse, trx: TransactionClientContract) {
  const [{ id, isNew }] = await sql<{ id: number; isNew: boolean }>(
    `insert into forecast_alarms as a (model_id, wql95, promised) values ($1, $2, $3)
     on conflict ((true)) where ended_at is null do update
       set model_id = excluded.model_id, wql95 = excluded.wql95, promised = excluded.promised
     returning id, a.xmax = 0 as "isNew"`,
    [worse.modelId, worse.wql95, worse.promised],
    trx
  )
  if (isNew) await warnOfWorseForecasts(id, worse, trx)
}

/** The last scores beside what was promised of them, and who spoke of the newest month. */
const LAST = `
  select count(promised)::int as count, avg(wql95) as wql95, avg(promised) as promised,
    (array_agg(model_id order by origin desc))[1] as "modelId"
  from (
    select s.origin, s.model_id, s.wql95, (m.evaluation #>> '{report,wql,q95}')::real as promised
    from forecast_scores s join forecast_models m on m.id = s.model_id order by s.origin desc limit ${LOOKED_AT}) last`

function monthsBetween(from: string, until: string): number {
  const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return number(until) - number(from)
}
