import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that a build is made of. */
const SOURCES = [
  'app',
  'bin',
  'config',
  'database',
  'resources',
  'start',
  'adonisrc.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
]

/** True when `build/` was made from the sources as they are now. */
export function isBuildFresh(root: string): boolean {
  const stamp = stampFile(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)
}

/** Remembers what the present `build/` was made from. */
export function stampBuild(root: string) {
  writeFileSync(stampFile(root), fingerprint(root))
}

/** Stands for the code and the texts that run from `root`, a checkout or a build: other ones have another. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesUnder(join(root, source)))) {
    hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const stampFile = (root: string) => join(root, 'build', '.stamp')

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}
