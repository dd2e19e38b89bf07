import { createIgnitor } from '../../bin/ignitor.js'

/**
 * A worker of its own, to be killed: runs the jobs and listeners of the modules named in its
 * arguments; --relay also relays the outbox, --schedule watches the timetable,
 * --look-often without waiting for the ticks.
 */
const app = createIgnitor().createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const modules = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
for (const module of modules) await import(module)

const { Workers } = await import('#app/platform/jobs/workers')
const workers = await Workers.start({ superviseSeconds: 1, patienceMs: 1_000, graceMs: 1_000 })
app.terminating(() => workers.stop())

if (process.argv.includes('--relay')) {
  const { startRelay } = await import('#app/platform/events/relay')
  const relay = startRelay()
  app.terminating(() => relay.stop())
}
if (process.argv.includes('--schedule')) {
  const { startSchedule } = await import('#app/platform/schedule/start_schedule')
  const schedule = await startSchedule(process.argv.includes('--look-often') ? 500 : undefined)
  app.terminating(() => schedule.stop())
}
process.send?.('ready')
