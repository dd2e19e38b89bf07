import type { BacktestReport } from '#app/orion/evaluation/backtest_errors'
import type { StockReport } from '#app/orion/evaluation/stock_report'
import { chosenModels, type ChosenSet } from '#app/orion/forecasts/chosen_models'
import type { Manifest } from '#app/orion/training/model_files'
import { sql } from '#app/platform/database/sql'

/** What the shop forecasts with, how good it was in the test, and how good it has been since. */
export type ModelReport = {
  model?: {
    id: number
    trainedAt: Date
    knownUntil: string
    months: number
    parts: number
    seed: number
    manifest: Manifest
    /** `weeks` is absent in what was learned before weeks were tested. */
    evaluation: {
      report: BacktestReport | null
      stock: StockReport | null
      weeks?: BacktestReport | null
    }
    forecastAt: Date | null
    alarm: { wql95: number; promised: number } | null
  }
  /** What was chosen for each kind of window. */
  chosen: ChosenSet[]
  scores: { origin: string; parts: number; wql95: number }[]
}

const SCORES = 12

/** The report of the present model; without a model there is none. */
export async function modelReportQuery(): Promise<ModelReport> {
  const [[model], scores] = await Promise.all([
    sql<NonNullable<ModelReport['model']>>(
      `select m.id, m.trained_at as "trainedAt", m.known_until::text as "knownUntil", m.months, m.parts, m.seed,
         m.manifest, m.evaluation, r.made_at as "forecastAt",
         (select json_build_object('wql95', a.wql95, 'promised', a.promised) from forecast_alarms a
          where a.ended_at is null) as alarm
       from forecast_state s join forecast_models m on m.id = s.model_id
       left join forecast_runs r on r.id = s.run_id`
    ),
    sql<ModelReport['scores'][number]>(
      `select origin::text as origin, parts, wql95 from forecast_scores order by origin desc limit ${SCORES}`
    ),
  ])
  return { model, chosen: model ? chosenModels(model.manifest) : [], scores }
}

/** How many alarms there are at present: one or none. */
export async function countAlarms(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    `select count(*)::int as count from forecast_alarms where ended_at is null`
  )
  return count
}
