import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { ERROR_FIGURES, partErrors } from '#app/orion/evaluation/backtest_errors'
import { FACTS, type ForecastRows, readFigures } from '#app/orion/forecasts/forecast_rows'
import { scoreForecasts } from '#app/orion/forecasts/score_forecasts'
import type { MarkedMonth } from '#app/orion/forecasts/forecasts_query'
import { refreshInsights } from '#app/orion/insights/refresh_insights'
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
  'product_id',
  'demand_class',
  'model',
  'known_months',
  'history',
  'means',
  'q50',
  'q90',
  'q95',
  'q99',
  'lead_model',
  'lead_days',
  'lead_months',
  'lead_mean',
  'lead_quantiles',
  'facts',
  'expected',
  'backtest',
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
      const { months, lead, facts } = readFigures(figures, row, horizon)
      const each = (name: keyof (typeof months)[number]) => months.map((month) => month[name])
      const productId = Number(panel.ids[part])
      const sold = historyOf(part)
      const marks = shop.marks.get(productId)
      yield {
        product_id: productId,
        demand_class: kinds[row],
        model: models[row],
        known_months: history[row],
        history: array(sold),
        means: array(each('mean')),
        q50: array(each('q50')),
        q90: array(each('q90')),
        q95: array(each('q95')),
        q99: array(each('q99')),
        lead_model: leadModels[row],
        lead_days: shop.leadDays[part],
        lead_months: shop.leads[part],
        lead_mean: lead.mean,
        lead_quantiles: array(lead.quantiles),
        facts: {
          ...{ ...stored(FACTS, facts), oneOff: oneOffIn(part) },
          promoted: marks && monthsIn(marks.promoted, sold),
          bulk: marks && monthsIn(marks.bulk, sold),
        },
        expected: each('mean').reduce((sum, mean) => sum + mean, 0),
        backtest: backtestOf(productId),
      }
    }
  }
}

/** The months shown in which pieces are marked; what came back afterwards is not. */
function monthsIn(marked: Float64Array, sold: Float64Array): MarkedMonth[] {
  return [...marked.slice(-sold.length)]
    .map((pieces, at) => ({ monthsAgo: sold.length - at, pieces: Math.min(pieces, sold[at]) }))
    .filter(({ pieces }) => pieces > 0)
}

function backtests(errors: KeptErrors | null) {
  const rowOf = new Map([...(errors?.ids ?? [])].map((id, row) => [id, row]))
  return (id: number) => {
    const row = rowOf.get(id)
    if (row === undefined) return null
    const figures = partErrors(errors!.figures, row)
    return figures.origins > 0 ? stored(ERROR_FIGURES, figures) : null
  }
}

/** What is no number is null. */
function stored<Name extends string>(names: readonly Name[], figures: Record<Name, number>) {
  return Object.fromEntries(
    names.map((name) => [name, Number.isNaN(figures[name]) ? null : rounded(figures[name])])
  )
}

/** An array as COPY reads it. */
const array = (numbers: ArrayLike<number>) => `{${Array.from(numbers, rounded).join()}}`

const rounded = (value: number) => Number(value.toFixed(4))
