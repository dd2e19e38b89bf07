import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { dayInTunis } from '#app/orion/training/day_in_tunis'
import { NothingToLearn } from '#app/orion/training/shop_panel'
import { trainModels } from '#app/orion/training/train_models'
import { sql } from '#app/platform/database/sql'
import { defineTask } from '#app/platform/schedule/task'
import type { TaskRun } from '#app/platform/schedule/task_run'

/** Hours, on small machines; another run may be at work, so that tries are far apart. */
const options = { timeoutSeconds: 4 * 3600, firstPauseSeconds: 600, attempts: 4 }

/** The first of the month at four: a whole month more is known. */
export const trainTask = defineTask({
  name: 'orion_train',
  cron: '0 4 1 * *',
  options,
  handle: (run) => unlessNothingIsKnown(() => train(run)),
})

/** Sundays at three, before the week in which things are ordered. */
export const forecastTask = defineTask({
  name: 'orion_forecast',
  cron: '0 3 * * 0',
  options,
  handle: (run) =>
    unlessNothingIsKnown(async () => {
      const [{ isTrained }] = await sql<{ isTrained: boolean }>(
        'select model_id is not null as "isTrained" from forecast_state'
      )
      if (isTrained) await forecastDemand(work(run))
      else await train(run)
    }),
})

async function train(run: TaskRun) {
  await trainModels(work(run))
  await forecastDemand(work(run))
}

const work = (run: TaskRun) => ({ today: dayInTunis(run.slot), signal: run.signal })

/** A shop that has not sold for a month has nothing to learn from, and that is no failure. */
async function unlessNothingIsKnown(run: () => Promise<void>) {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof NothingToLearn)) throw error
  }
}
