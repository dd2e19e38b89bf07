import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** What was done to the shop, how often, and how it took it. */
export type FaultRow = { what: string; cases: number; ms: number; result: string }

const FOLDER = new URL('../tmp/faults/', import.meta.url)
const TABLE = new URL('../docs/faults.md', import.meta.url)
const DAY_LENGTH = 'yyyy-mm-dd'.length

export function forgetFaultRows() {
  rmSync(FOLDER, { recursive: true, force: true })
}

/** Each lane keeps its own: the table is made of all of them. */
export function keepFaultRows(rows: FaultRow[]) {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(new URL(`${process.env.TEST_LANE}.json`, FOLDER), JSON.stringify(rows))
}

/** Writes what the lanes have kept as one dated table, `docs/faults.md`. */
export function writeFaultTable(started: number) {
  const rows = readdirSync(FOLDER)
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as FaultRow[])
  const minutes = Math.round((Date.now() - started) / 60_000)
  const [cpu] = cpus()
  const lines = [
    '# Faults',
    '',
    `Written by \`npm run test:deep\` on ${new Date().toISOString().slice(0, DAY_LENGTH)}, ${cpus().length} × ${cpu.model.trim()}, full repeat counts, ${minutes} minutes.`,
    '',
    '| what was done to it | cases | result | time |',
    '|---|---|---|---|',
    ...rows.map(
      ({ what, cases, ms, result }) =>
        `| ${what.replaceAll('|', '\\|')} | ${cases} | ${result} | ${Math.round(ms / 1000)} s |`
    ),
    '',
  ]
  writeFileSync(TABLE, lines.join('\n'))
}
