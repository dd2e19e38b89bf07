import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { horizonSetting } from '#app/orion/settings/forecast_settings'
import { scoreProposals } from '#app/orion/proposals/score_proposals'
import { dayInTunis } from '#app/tunisia/day_in_tunis'
import { ProgressNote } from '#app/orion/training/progress_note'
import { NothingToLearn } from '#app/orion/training/shop_panel'
import { trainModels } from '#app/orion/training/train_models'
import { keepWeather } from '#app/orion/weather/keep_weather'
import { openMeteoAccess } from '#app/orion/weather/open_meteo'
import { sql } from '#app/platform/database/sql'
import { defineTask } from '#app/platform/schedule/task'
import type { TaskRun } from '#app/platform/schedule/task_run'

/** Hours, on small machines; another run may be at work, so that tries are far apart. */
const options = { timeoutSeconds: 4 * 3600, firstPauseSeconds: 600, attempts: 4 }

/** The first of the month at four: a whole month more is known. */
defineTask({
  name: 'orion_train',
  cron: '0 4 1 * *',
  options,
  handle: (run) => unlessNothingIsKnown(() => train(run)),
})

/** Sundays at three, before the week in which things are ordered. */
defineTask({
  name: 'orion_forecast',
  cron: '0 3 * * 0',
  options,
  handle: (run) =>
    unlessNothingIsKnown(async () => {
      const [{ isTrained }] = await sql<{ isTrained: boolean }>(
        'select model_id is not null as "isTrained" from forecast_state'
      )
      if (isTrained) await forecast(run, new ProgressNote())
      else await train(run)
    }),
})

/** Every morning: what the proposals of ninety days ago led to. */
defineTask({
  name: 'orion_score_proposals',
  cron: '40 4 * * *',
  async handle(run) {
    await scoreProposals(run.slot)
  },
})

/** Before forecasts are made: the weather since yesterday. Without Open-Meteo there is none. */
defineTask({
  name: 'orion_weather',
  cron: '20 2 * * *',
  options: { firstPauseSeconds: 300, attempts: 4 },
  async handle(run) {
    const access = openMeteoAccess()
    if (access) await keepWeather(access, dayInTunis(run.slot), run.signal)
  },
})

async function train(run: TaskRun) {
  const note = new ProgressNote()
  await trainModels(work(run, note))
  await forecast(run, note)
}

async function forecast(run: TaskRun, note: ProgressNote) {
  await forecastDemand({ ...work(run, note), horizon: await horizonSetting() })
  await note.settled()
}

const work = (run: TaskRun, { note }: ProgressNote) => ({
  ...{ today: dayInTunis(run.slot), signal: run.signal },
  onProgress: note,
})

/** A shop that has not sold for a month has nothing to learn from, and that is no failure. */
async function unlessNothingIsKnown(run: () => Promise<void>) {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof NothingToLearn)) throw error
  }
}
