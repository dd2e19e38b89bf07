import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { ERROR_FIGURES } from '#app/orion/evaluation/backtest_errors'
import { FACTS, figuresOf, type ForecastRows } from '#app/orion/forecasts/forecast_rows'
import { scoreForecasts } from '#app/orion/forecasts/score_forecasts'
import { refreshInsights } from '#app/orion/insights/refresh_insights'
import { LEVELS } from '#app/orion/models/levels'
import { unpackPanel } from '#app/orion/panel/packed_panel'
import { refreshProposals } from '#app/orion/proposals/refresh_proposals'
import type { KeptErrors } from '#app/orion/training/model_files'
import type { ShopPanel } from '#app/orion/training/shop_panel'
import { connectionOf } from '#app/platform/database/connection_of'
import { sql } from '#app/platform/database/sql'
import { copyRows } from '#app/platform/tabular/copy_rows'

type Made = { modelId: number; horizon: number; errors: KeptErrors | null }

/** Months of history that are kept beside a forecast: what pages show. */
const SHOWN = 36
const COLUMNS = [
  ...['product_id', 'demand_class', 'model', 'known_months', 'history', 'means'],
  ...['q50', 'q90', 'q95', 'q99', 'lead_model', 'lead_days', 'lead_months', 'lead_mean'],
  ...['lead_quantiles', 'facts', 'expected', 'backtest'],
]

/**
 * Writes forecasts and makes them those of the shop, in one transaction; the former ones go. Products that were
 * deleted meanwhile are left out. Returns the id of the run.
 */
export function storeForecasts(shop: ShopPanel, shares: ForecastRows[], made: Made) {
  return db.transaction(async (trx) => {
    await sql('set local statement_timeout = 0', [], trx)
    const [{ id }] = await sql<{ id: number }>(
      `insert into forecast_runs (model_id, origin, horizon, parts) values ($1, $2, $3, $4) returning id`,
      [made.modelId, shop.origin, made.horizon, shop.panel.ids.length],
      trx
    )
    await write(id, rowsOf(shop, shares, made), trx)
    await sql(
      // What was said of a month first, by one model: the next runs of the month know no more.
      `insert into forecast_tracks (origin, product_id, q95, model_id)
       select $2, product_id, q95[1], $3 from forecasts
       where run_id = $1 and not exists (select from forecast_tracks where origin = $2)`,
      [id, shop.origin, made.modelId],
      trx
    )
    await scoreForecasts(shop, trx)
    await refreshInsights(id, trx)
    await refreshProposals(id, trx)
    await sql('update forecast_state set run_id = $1', [id], trx)
    await sql('delete from forecasts where run_id <> $1', [id], trx)
    return id
  })
}

async function write(
  run: number,
  rows: AsyncIterable<Record<string, unknown>>,
  trx: TransactionClientContract
) {
  await sql(
    `create temporary table forecast_batch (like forecasts including defaults) on commit drop`,
    [],
    trx
  )
  await sql('alter table forecast_batch alter column run_id drop not null', [], trx)
  await copyRows(await connectionOf(trx), 'forecast_batch', COLUMNS, rows)
  const names = COLUMNS.map((name) => `b.${name}`).join(', ')
  await sql(
    `insert into forecasts (run_id, ${COLUMNS.join(', ')})
     select $1, ${names} from forecast_batch b join products p on p.id = b.product_id order by p.id`,
    [run],
    trx
  )
}

async function* rowsOf(shop: ShopPanel, shares: ForecastRows[], { horizon, errors }: Made) {
  const panel = unpackPanel(shop.panel)
  const backtestOf = backtests(errors)
  const width = figuresOf(horizon)
  const { periods } = shop.panel
  const historyOf = (part: number) => {
    const values = panel.values[part].slice()
    const oneOff = shop.oneOffs.get(part)
    if (oneOff) values[oneOff.at] = oneOff.pieces
    return values.slice(-SHOWN)
  }
  const oneOffIn = (part: number) => {
    const oneOff = shop.oneOffs.get(part)
    return oneOff && { monthsAgo: periods - oneOff.at, pieces: oneOff.pieces, seen: oneOff.seen }
  }
  let part = 0
  for (const { kinds, models, leadModels, history, figures } of shares) {
    for (let row = 0; row < kinds.length; row++, part++) {
      const told = figures.subarray(row * width, (row + 1) * width)
      const column = (at: number) =>
        Array.from({ length: horizon }, (_, month) => told[month * 5 + at])
      const lead = told.subarray(horizon * 5)
      const productId = Number(panel.ids[part])
      yield {
        ...{ product_id: productId, demand_class: kinds[row], model: models[row] },
        ...{ known_months: history[row], history: array(historyOf(part)) },
        ...{ means: array(column(0)), q50: array(column(1)), q90: array(column(2)) },
        ...{ q95: array(column(3)), q99: array(column(4)) },
        ...{ lead_model: leadModels[row], lead_days: shop.leadDays[part] },
        ...{ lead_months: shop.leads[part], lead_mean: lead[0] },
        lead_quantiles: array(lead.subarray(1, 1 + LEVELS.length)),
        facts: { ...named(FACTS, lead.subarray(1 + LEVELS.length)), oneOff: oneOffIn(part) },
        expected: column(0).reduce((sum, mean) => sum + mean, 0),
        backtest: backtestOf(productId),
      }
    }
  }
}

function backtests(errors: KeptErrors | null) {
  const rowOf = new Map([...(errors?.ids ?? [])].map((id, row) => [id, row]))
  const width = ERROR_FIGURES.length
  return (id: number) => {
    const row = rowOf.get(id)
    if (row === undefined || !(errors!.figures[row * width] > 0)) return null
    return named(ERROR_FIGURES, errors!.figures.subarray(row * width, (row + 1) * width))
  }
}

/** What is no number is null. */
function named(names: readonly string[], figures: Float32Array) {
  return Object.fromEntries(
    names.map((name, at) => [name, Number.isNaN(figures[at]) ? null : rounded(figures[at])])
  )
}

/** An array as COPY reads it. */
const array = (numbers: ArrayLike<number>) => `{${Array.from(numbers, rounded).join()}}`

const rounded = (value: number) => Number(value.toFixed(4))
