import {
  backtestErrors,
  type BacktestReport,
  type PartErrors,
} from '#app/orion/evaluation/backtest_errors'
import { lastWeeks } from '#app/orion/evaluation/last_weeks'
import { stockReport, type StockReport } from '#app/orion/evaluation/stock_report'
import { unpackPanel, type PackedPanel } from '#app/orion/panel/packed_panel'
import type { FeatureGroup } from '#app/orion/pool/features'
import type { Progress } from '#app/orion/threads/in_thread'
import { trainForecaster } from '#app/orion/train_forecaster'
import { type LearnedSet, windowsOf } from '#app/orion/training/learned_set'

export interface TrainingOrder {
  panel: PackedPanel
  /** Months of the lead times there are, the most frequent one first. */
  leads: number[]
  /** Demand by week of what sells in nearly every week; absent when too little is known. */
  weeks?: PackedPanel
  seed: number
  /** Groups of features that pools do not look at; those without a proved gain otherwise. */
  without?: FeatureGroup[]
}

/** All that a training makes. The reports are null when the history is too short to test on. */
export interface Training {
  sets: LearnedSet[]
  report: BacktestReport | null
  stock: StockReport | null
  /** How good the same pipeline would have been on the last weeks. */
  weeks: BacktestReport | null
  errors: PartErrors | null
}

/** Learns each month by itself and each lead time, and says how good that was. Same order, same answer. */
export async function learnSets(
  { panel: packed, leads, weeks, seed, without }: TrainingOrder,
  tell: (progress: Progress) => void
): Promise<Training> {
  const panel = unpackPanel(packed)
  const training: Training = { sets: [], report: null, stock: null, weeks: null, errors: null }
  const total = leads.length + (weeks ? 2 : 1)
  for (const [done, lead] of [0, ...leads].entries()) {
    tell({ phase: 'learning', done, total })
    const learned = await trainForecaster(panel, packed.periods, windowsOf(lead), seed, without)
    const { choices, pool, ensembles } = learned
    training.sets.push({ lead, choices, pool, ensembles })
    if (!learned.backtest) continue
    if (lead === 0) {
      const { report, parts } = backtestErrors(panel, learned.backtest)
      Object.assign(training, { report, errors: parts })
    }
    if (lead === leads[0]) training.stock = stockReport(panel, lead, learned.backtest)
  }
  if (weeks) {
    tell({ phase: 'learning', done: total - 1, total })
    training.weeks = await lastWeeks(unpackPanel(weeks), seed)
  }
  tell({ phase: 'learning', done: total, total })
  return training
}
