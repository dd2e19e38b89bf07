import type { BacktestReport } from '#app/orion/evaluation/backtest_errors'
import { sql } from '#app/platform/database/sql'
import type { ReportSection } from '#app/platform/shell/shell'
import { wholeNumber } from '#app/platform/views/numbers'

type Score = { month: string; parts: number; wql95: number; report: BacktestReport | null }

/** How good the forecasts of the last month that is over were. Nothing while nothing is forecast. */
export const accuracySection: ReportSection = {
  key: 'forecast_accuracy',
  ability: 'forecasts:read',
  async compose({ until }, i18n) {
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(`orion.accuracy_${key}`, data)
    const title = t('title')
    const score = await lastScore(until)
    if (!score) return (await isForecasting()) ? { title, text: t('none') } : undefined
    const promised = score.report?.wql?.q95
    const verdict = promised === undefined ? 'new' : score.wql95 > promised ? 'worse' : 'kept'
    const month = i18n.formatDate(score.month, { month: 'long', year: 'numeric', timeZone: 'UTC' })
    return {
      title,
      text: t('text', { month, verdict }),
      figures: [
        { label: t('measured'), value: twoDecimals(score.wql95) },
        ...(promised === undefined ? [] : [{ label: t('promised'), value: twoDecimals(promised) }]),
        { label: t('parts'), value: wholeNumber(score.parts) },
      ],
    }
  },
}

const twoDecimals = (value: number) => value.toFixed(2).replace('.', ',')

async function lastScore(until: string): Promise<Score | undefined> {
  const [score] = await sql<Score>(
    `select s.origin::text as month, s.parts, s.wql95, m.evaluation -> 'report' as report
     from forecast_scores s join forecast_models m on m.id = s.model_id
     where s.origin < $1::date order by s.origin desc limit 1`,
    [until]
  )
  return score
}

async function isForecasting(): Promise<boolean> {
  const [state] = await sql('select 1 from forecast_state where run_id is not null')
  return state !== undefined
}
