import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that outlives a build: a build empties `build/`, so `.env`, the
 * database, kept mails and uploaded files live beside it.
 */
export function projectRoot(appRoot: URL | string): string {
  const root = (typeof appRoot === 'string' ? appRoot : fileURLToPath(appRoot)).replace(/\/$/, '')
  const parent = join(root, '..')
  return basename(root) === 'build' && existsSync(join(parent, 'package.json')) ? parent : root
}
