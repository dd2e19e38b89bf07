import { prettyPrintError } from '@adonisjs/core'
import { ensureEnvFile } from '#app/platform/settings/env_file'
import { projectRoot } from '#app/platform/project_root'
import { createIgnitor } from './ignitor.js'

if (process.env.NODE_ENV !== 'test') ensureEnvFile(projectRoot(new URL('../', import.meta.url)))

createIgnitor()
  .ace()
  .handle(process.argv.slice(2))
  .catch((error) => {
    process.exitCode = 1
    void prettyPrintError(error)
  })
