import { availableParallelism } from 'node:os'
import type { ForecastOrder } from '#app/orion/forecasts/forecast_parts'
import type { ForecastRows } from '#app/orion/forecasts/forecast_rows'
import { storeForecasts } from '#app/orion/forecasts/store_forecasts'
import type { ContextGroup } from '#app/orion/pool/features'
import { contextGroupsOf } from '#app/orion/pool/pooled_model'
import { inThread, type Progress } from '#app/orion/threads/in_thread'
import { HORIZON, type LearnedSet } from '#app/orion/training/learned_set'
import { loadModel, type Manifest } from '#app/orion/training/model_files'
import { oneAtATime } from '#app/orion/training/orion_lock'
import { shopPanel } from '#app/orion/training/shop_panel'
import type { OrionWork } from '#app/orion/training/train_models'
import { sql } from '#app/platform/database/sql'

/** Nothing was learned yet; the message is one line that says what to do. */
export class NotTrained extends Error {
  constructor() {
    super('nothing was learned yet: run orion:train first')
  }
}

const THREAD = import.meta.resolve('../threads/forecast_thread.js')
/** Fewer parts are not worth another thread. */
const PARTS_PER_THREAD = 2_000

/**
 * Forecasts every part that sells or is new with the model of the shop, and makes these the forecasts of the shop
 * when all of them are there. Throws `OrionAtWork`, `NothingToLearn`, `NotTrained` and `ModelDamaged`.
 */
export function forecastDemand({ horizon = HORIZON, ...work }: OrionWork & { horizon?: number }) {
  const { today, onProgress = () => {}, signal } = work
  return oneAtATime(async () => {
    onProgress({ phase: 'reading', done: 0, total: 1 })
    const { id, key, manifest } = await presentModel()
    const { sets, errors } = await loadModel(key, manifest)
    const shop = await shopPanel(today, groupsOf(sets))
    const orders = sharesOf(shop.panel.ids.length).map(([from, until]): ForecastOrder => ({
      ...{ panel: shop.panel, sets, horizon, leads: shop.leads, from, until },
    }))
    const progress = together(orders.length, onProgress)
    const shares = await Promise.all(
      orders.map((order, at) => inThread<ForecastRows>(THREAD, order, progress(at), signal))
    )
    onProgress({ phase: 'storing', done: 0, total: 1 })
    signal?.throwIfAborted()
    const run = await storeForecasts(shop, shares, { modelId: id, horizon, errors })
    return { run, parts: shop.panel.ids.length, model: id, origin: shop.origin }
  })
}

/** What the model has to be told besides what was sold. */
const groupsOf = (sets: LearnedSet[]): ContextGroup[] => [
  ...new Set(sets.flatMap(({ pool }) => (pool ? contextGroupsOf(pool) : []))),
]

async function presentModel() {
  const [model] = await sql<{ id: number; key: string; manifest: Manifest }>(
    `select m.id, m.key, m.manifest from forecast_state s join forecast_models m on m.id = s.model_id`
  )
  if (!model) throw new NotTrained()
  return model
}

/** Rows of the panel for each thread. */
function sharesOf(parts: number): [number, number][] {
  const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(parts / PARTS_PER_THREAD)))
  const size = Math.ceil(parts / threads)
  return Array.from({ length: threads }, (_, at) => [at * size, Math.min(parts, (at + 1) * size)])
}

/** Progress of several threads as one. */
function together(threads: number, onProgress: (progress: Progress) => void) {
  const each = new Array<Progress | undefined>(threads).fill(undefined)
  return (thread: number) => (progress: Progress) => {
    each[thread] = progress
    const sum = (of: 'done' | 'total') => each.reduce((all, one) => all + (one?.[of] ?? 0), 0)
    onProgress({ phase: progress.phase, done: sum('done'), total: sum('total') })
  }
}
