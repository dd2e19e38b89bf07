process.env.NODE_ENV = 'test'
process.env.APP_KEY ??= 'a-key-for-tests-that-protects-nothing'
process.env.HOST ??= '127.0.0.1'
// Not that of `.env`: a shop may be running there.
process.env.PORT = String(20_000 + (process.pid % 20_000))
process.env.TZ = 'UTC'
process.env.RATE_LIMITS ??= 'off'
// Small batches: a short file has a middle to be killed in. The full run takes them as they are.
if (process.env.FAULT_DEPTH !== 'full') process.env.IMPORT_BATCH_ROWS ??= '1000'

const suites = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
if (!process.env.TEST_LANE) {
  await buildAssetsFor(suites)
  const { runAlone, runLanes } = await import('../tests/lanes.js')
  process.exit(await (isWholeRun() ? runLanes() : runAlone(process.argv.slice(2))))
}

// Counted is what this process does. Threads and processes that it starts run as in a shop: counting trebles the time
// that a forecast takes to learn, which tests of units do here, too.
delete process.env.NODE_V8_COVERAGE

const { prettyPrintError } = await import('@adonisjs/core')
const { configure, processCLIArgs, run } = await import('@japa/runner')
const { createIgnitor } = await import('./ignitor.js')

createIgnitor()
  .testRunner()
  .configure(async (app) => {
    const { runnerHooks, ...config } = await import('../tests/bootstrap.js')
    processCLIArgs(process.argv.slice(2))
    configure({
      ...app.rcFile.tests,
      ...config,
      setup: runnerHooks.setup,
      teardown: [...runnerHooks.teardown, () => app.terminate()],
    })
  })
  .run(() => run())
  .catch(async (error) => {
    await prettyPrintError(error)
    process.exit(1)
  })

/** The application looks for built assets when it boots; only two suites show no page. */
async function buildAssetsFor(chosen: string[]) {
  const areNeeded =
    chosen.length === 0 || chosen.some((suite) => !['floors', 'unit'].includes(suite))
  if (!areNeeded) return
  const { buildAssets } = await import('../tests/support/assets.js')
  await buildAssets()
}

/** Lanes have a database each; one from outside they would share. */
function isWholeRun() {
  return process.argv.length === 2 && !process.env.DATABASE_URL
}
