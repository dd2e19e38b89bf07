import type { DemandClass } from '#app/orion/panel/demand_class'
import type { FACTS } from '#app/orion/forecasts/forecast_rows'
import { levelAt } from '#app/orion/models/levels'
import type { ModelName } from '#app/orion/train_forecaster'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** Errors of the next month from rolling origins, of the forecast and of saying the last month again; null where undefined. */
type PartBacktest = { origins: number; mae: number; naiveMae: number } & Record<
  'wape' | 'mase' | 'naiveWape' | 'naiveMase',
  number | null
>

/** What is forecast of a product, in pieces. `origin` is the first month, `2026-11-01`. */
export type Forecasted = {
  id: number
  sku: string
  nameFr: string
  nameAr: string | null
  demandClass: DemandClass
  model: ModelName
  knownMonths: number
  origin: string
  means: number[]
  q50: number[]
  q90: number[]
  q95: number[]
  q99: number[]
  leadModel: ModelName
  leadDays: number
  leadMonths: number
  leadMean: number
  leadQuantiles: number[]
  expected: number
  backtest: PartBacktest | null
}

/** Pieces of a month that were sold in an unusual way. */
export type MarkedMonth = { monthsAgo: number; pieces: number }

/**
 * What insights reckon with (see `FACTS`); a month that the models do not see as it was; and what was sold under promotions
 * and in bulk, which they do.
 */
type PartFacts = Record<(typeof FACTS)[number], number | null> & {
  oneOff?: MarkedMonth & { seen: number }
  promoted?: MarkedMonth[]
  bulk?: MarkedMonth[]
}

/** A forecast with what it was made from. */
export type Remembered = Forecasted & { history: number[]; facts: PartFacts }

type ForecastsAsked = { q?: string; demandClass?: DemandClass }

const ORDER = 'forecasts:expected:desc'

const COLUMNS = `f.product_id as id, p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr",
  f.demand_class as "demandClass", f.model, f.known_months as "knownMonths", r.origin::text as origin, f.means, f.q50,
  f.q90, f.q95, f.q99, f.lead_model as "leadModel", f.lead_days as "leadDays", f.lead_months as "leadMonths",
  f.lead_mean as "leadMean", f.lead_quantiles as "leadQuantiles", f.expected, f.backtest`

const PRESENT = `from forecast_state s join forecast_runs r on r.id = s.run_id join forecasts f on f.run_id = s.run_id
  join products p on p.id = f.product_id and p.deleted_at is null`

/** A page of forecasts, what will sell most first; `q` is the beginning of a SKU. */
export async function forecastsQuery(
  { q, demandClass }: ForecastsAsked,
  limit: number,
  cursor?: string
) {
  const after = cursor ? decodeCursor(ORDER, cursor) : undefined
  const rows = await sql<Forecasted & { place: string }>(
    `select ${COLUMNS}, f.expected::text as place ${PRESENT}
     where ($1::real is null or (f.expected, f.product_id) < ($1, $2))
       and ($3::text is null or starts_with(upper(p.sku), upper($3))) and ($4::text is null or f.demand_class = $4)
     order by f.expected desc, f.product_id desc limit $5`,
    [after?.value ?? null, after?.id ?? null, q ?? null, demandClass ?? null, limit + 1]
  )
  return pageOf(rows, limit, ORDER, ({ place }) => place)
}

/** What is forecast of one product, by its SKU or its id; undefined without a forecast. */
export async function forecastQuery(product: { sku: string } | { id: number }) {
  const [column, value] = 'sku' in product ? ['p.sku', product.sku] : ['p.id', product.id]
  const [row] = await sql<Remembered>(
    `select ${COLUMNS}, f.history, f.facts ${PRESENT} where ${column} = $1`,
    [value]
  )
  return row
}

/** Names of the months from `origin` on, `2026-11`; before it with negative `from`. */
export function monthsFrom(origin: string, from: number, count: number): string[] {
  const first = Number(origin.slice(0, 4)) * 12 + Number(origin.slice(5, 7)) - 1 + from
  return Array.from({ length: count }, (_, at) => {
    const month = first + at
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

/** Quantile of the demand over the lead time. */
export const leadQuantile = (
  { leadQuantiles }: Pick<Forecasted, 'leadQuantiles'>,
  level: Parameters<typeof levelAt>[0]
) => leadQuantiles[levelAt(level)]
