import '#app/orion/orion_tasks'
import { runUnderWayQuery } from '#app/orion/training/run_under_way_query'
import type { Acting } from '#app/platform/database/act_as'
import { Problem } from '#app/platform/http/problem'
import { runTaskNow } from '#app/platform/schedule/run_task_now'

/** Learns and forecasts out of turn, as on the first of a month. Throws 409 while Orion is at work or is going to be. */
export async function startTraining(acting: Acting): Promise<void> {
  const { run } = await runUnderWayQuery()
  if (run) throw atWork()
  await runTaskNow('orion_train', acting)
}

const atWork = () =>
  new Problem({
    status: 409,
    code: 'already_running',
    title: 'Orion is at work',
    detail: 'Orion learns or forecasts, or is about to. Look again when it has ended.',
  })
