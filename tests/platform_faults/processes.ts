import { spawnSync } from 'node:child_process'

/** Processes that `pgrep` finds by these arguments: none is an answer like any other. */
export function pidsOf(...args: string[]): number[] {
  const { stdout } = spawnSync('pgrep', args, { encoding: 'utf8' })
  return stdout.trim().split('\n').filter(Boolean).map(Number)
}

/** Every process whose command line names the data directory. */
export const processesOf = (directory: string) => pidsOf('-f', `${directory}( |$)`)
