import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Ticks of the kernel's process clock in a second; 100 on every Linux that Node runs on. */
const TICKS = 100
const PAGE = 4096

type Stat = { parent: number; cpu: number; cpuOfDeadChildren: number; rss: number }

/** CPU seconds that the process and its descendants have used, those that ended among them. */
export function cpuSeconds(root: number): number {
  const family = familyOf(root)
  const living = family.reduce((sum, { cpu }) => sum + cpu, 0)
  return living + (statOf(root)?.cpuOfDeadChildren ?? 0)
}

/** Bytes in memory of the process and its descendants. */
export function residentBytes(root: number): number {
  return familyOf(root).reduce((sum, { rss }) => sum + rss, 0)
}

/** The most memory, in bytes, that the process has held so far; 0 when it is gone. */
export function peakBytes(pid: number): number {
  const file = `/proc/${pid}/status`
  const status = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}

/** The parent of a process: of a PostgreSQL backend, its server. */
export const parentOf = (pid: number) => statOf(pid)?.parent

function familyOf(root: number): Stat[] {
  const all = new Map<number, Stat>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(+name) : undefined
    if (stat) all.set(+name, stat)
  }
  const belongs = (pid: number): boolean => {
    if (pid === root) return true
    const parent = all.get(pid)?.parent
    return parent !== undefined && parent > 1 && belongs(parent)
  }
  return [...all].filter(([pid]) => belongs(pid)).map(([, stat]) => stat)
}

/** What the kernel says about a process; undefined when there is none (see proc_pid_stat(5)). */
function statOf(pid: number): Stat | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return {
      parent: +fields[1],
      cpu: (+fields[11] + +fields[12]) / TICKS,
      cpuOfDeadChildren: (+fields[13] + +fields[14]) / TICKS,
      rss: +fields[21] * PAGE,
    }
  } catch {
    // It ended between the listing and the reading.
    return undefined
  }
}
