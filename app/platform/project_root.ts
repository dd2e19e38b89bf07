import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ApplicationService } from '@adonisjs/core/types'

/**
 * The folder that outlives a build: a build empties `build/`, so `.env`, the
 * database, kept mails and uploaded files live beside it.
 */
export function projectRoot(appRoot: URL | string): string {
  const root = (typeof appRoot === 'string' ? appRoot : fileURLToPath(appRoot)).replace(/\/$/, '')
  const parent = join(root, '..')
  return basename(root) === 'build' && existsSync(join(parent, 'package.json')) ? parent : root
}

/**
 * A path of the project that outlives a build, such as `tmp/mails`. Tests keep theirs apart: in
 * `tmp/test`, or in the `TEST_FOLDER` of a run beside another one.
 */
export function lastingPath(app: ApplicationService, path: string): string {
  const own = app.inTest ? join(process.env.TEST_FOLDER ?? 'tmp/test', basename(path)) : path
  return join(projectRoot(app.appRoot), own)
}
