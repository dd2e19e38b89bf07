process.env.NODE_ENV = 'test'
process.env.APP_KEY ??= 'a-key-for-tests-that-protects-nothing'
process.env.HOST ??= '127.0.0.1'
// Not that of `.env`: a shop may be running there.
process.env.PORT = String(20_000 + (process.pid % 20_000))
process.env.TZ = 'UTC'
process.env.RATE_LIMITS ??= 'off'
// Small batches: a short file has a middle to be killed in. The full run takes them as they are.
if (process.env.FAULT_DEPTH !== 'full') process.env.IMPORT_BATCH_ROWS ??= '1000'

const { prettyPrintError } = await import('@adonisjs/core')
const { configure, processCLIArgs, run } = await import('@japa/runner')
const { createIgnitor } = await import('./ignitor.js')

// The application looks for built assets when it boots; only these two suites show no page.
const suites = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
if (suites.length === 0 || suites.some((suite) => !['floors', 'unit'].includes(suite))) {
  const { buildAssets } = await import('../tests/support/assets.js')
  await buildAssets()
}

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
