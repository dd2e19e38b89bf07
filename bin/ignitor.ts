import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { WrongSetting } from '#app/platform/settings/wrong_setting'

const APP_ROOT = new URL('../', import.meta.url)

/**
 * The application, as every entry point in this folder starts it. It stops at
 * the first signal, after `beforeStop`, and at once at the second. A child of
 * the supervisor obeys its parent alone, and goes when the parent is gone.
 */
export function createIgnitor(beforeStop: () => Promise<void> = async () => {}) {
  const importer = (path: string) =>
    path.startsWith('.') ? import(new URL(path, APP_ROOT).href) : import(path)

  return new Ignitor(APP_ROOT, { importer }).tap((app) => {
    let stopping = false
    const stop = async () => {
      if (stopping) process.exit(0)
      stopping = true
      await beforeStop()
      await app.terminate()
      process.exit()
    }

    app.booting(async () => {
      await import('#start/env').catch(refuseSetting)
    })
    if (process.env.SUPERVISED) {
      process.on('SIGINT', () => {})
      process.on('SIGTERM', () => {})
      process.on('message', (message) => message === 'stop' && stop())
      process.on('disconnect', stop)
    } else {
      app.listen('SIGTERM', stop)
      app.listen('SIGINT', stop)
    }
  })
}

/** A wrong setting ends the process with its one line; anything else is an error like any other. */
function refuseSetting(error: unknown) {
  if (!(error instanceof WrongSetting)) throw error
  process.stderr.write(`Wrong setting: ${error.message}\n`)
  process.exit(1)
}
