import db from '@adonisjs/lucid/services/db'
import { contextGroups, type FeatureGroup, OFF_BY_DEFAULT } from '#app/orion/pool/features'
import { inThread, type Progress } from '#app/orion/threads/in_thread'
import { keepModels, saveModel, type KeptErrors } from '#app/orion/training/model_files'
import type { Training, TrainingOrder } from '#app/orion/training/learn_sets'
import { oneAtATime } from '#app/orion/training/orion_lock'
import { shopPanel, type ShopPanel } from '#app/orion/training/shop_panel'
import { weeklyPanel } from '#app/orion/training/weekly_panel'
import { sql } from '#app/platform/database/sql'

/** How to train or forecast. */
export interface OrionWork {
  /** ISO day; what is known are the whole months before its month. */
  today: string
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

type Trained = { model: number; parts: number; months: number } & Pick<Training, 'report' | 'stock'>

const THREAD = import.meta.resolve('../threads/train_thread.js')
/** Models whose files are kept, the present one included. */
const KEPT = 3

/**
 * Learns from all sales, saves what was learned and makes it the model of the shop when all of it is there: broken
 * off at any moment, the model before stays. The same sales and seed give the same model. Groups of features `without`
 * a proved gain are not looked at unless another list is given.
 * Throws `OrionAtWork` and `NothingToLearn`.
 */
export function trainModels({
  seed = 1,
  without = OFF_BY_DEFAULT,
  ...work
}: OrionWork & { seed?: number; without?: FeatureGroup[] }): Promise<Trained> {
  const { today, onProgress = () => {}, signal } = work
  return oneAtATime(async () => {
    onProgress({ phase: 'reading', done: 0, total: 1 })
    const shop = await shopPanel(today, contextGroups(without))
    const order: TrainingOrder = {
      ...{ panel: shop.panel, leads: leadsOf(shop), weeks: await weeklyPanel(today) },
      ...{ seed, without },
    }
    const training = await inThread<Training>(THREAD, order, onProgress, signal)
    onProgress({ phase: 'saving', done: 0, total: 1 })
    const saved = await saveModel(training.sets, errorsOf(shop, training))
    const { report, stock, weeks } = training
    signal?.throwIfAborted()
    const model = await adopt(saved, shop, seed, { report, stock, weeks })
    await keepModels(await newestKeys())
    return { model, parts: shop.panel.ids.length, months: shop.panel.periods, report, stock }
  })
}

/** Months of the lead times of the parts, the most frequent one first. */
function leadsOf({ leads }: ShopPanel): number[] {
  const counts = new Map<number, number>()
  for (const lead of leads) counts.set(lead, (counts.get(lead) ?? 0) + 1)
  return [...counts].sort(([one, a], [other, b]) => b - a || one - other).map(([lead]) => lead)
}

function errorsOf({ panel }: ShopPanel, { errors }: Training): KeptErrors | null {
  return errors && { ids: Int32Array.from(panel.ids, Number), figures: errors }
}

function adopt(
  { key, manifest }: Awaited<ReturnType<typeof saveModel>>,
  { panel, origin }: ShopPanel,
  seed: number,
  evaluation: object
): Promise<number> {
  return db.transaction(async (trx) => {
    const [{ id }] = await sql<{ id: number }>(
      `insert into forecast_models (key, known_until, months, parts, seed, manifest, evaluation)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        ...[key, origin, panel.periods, panel.ids.length, seed],
        ...[JSON.stringify(manifest), JSON.stringify(evaluation)],
      ],
      trx
    )
    await sql('update forecast_state set model_id = $1', [id], trx)
    await sql(
      `update forecast_models set files_kept = false where files_kept and id not in (
         select id from forecast_models order by id desc limit ${KEPT})`,
      [],
      trx
    )
    return id
  })
}

async function newestKeys(): Promise<string[]> {
  const rows = await sql<{ key: string }>('select key from forecast_models where files_kept')
  return rows.map(({ key }) => key)
}
