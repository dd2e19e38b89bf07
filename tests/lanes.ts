import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { isDeep } from '#tests/depth'
import { forgetFaultRows, writeFaultTable } from '#tests/fault_table'
import { TYPESCRIPT } from '#tests/support/typescript'

/** Lanes that shared a Redis or a broker would meet there: one of them has both, and the others go without. */
const ALONE = { REDIS_URL: '', RABBITMQ_URL: '' }
/**
 * The faults wait for processes that die and come back: time enough for everything else beside them. They run as
 * a shop does, without what counts coverage: each of hundreds of short processes would leave 3 MB to merge. What a
 * browser sees was counted before.
 */
const UNCOUNTED = { NODE_V8_COVERAGE: '' }
const LANES: { suites: string[]; folder: string; env: NodeJS.ProcessEnv }[] = [
  { suites: ['floors', 'unit', 'functional'], folder: 'tmp/test', env: ALONE },
  { suites: ['faults'], folder: 'tmp/test/faults', env: { ...ALONE, ...UNCOUNTED } },
  {
    // One after the other: starting the shop as a newcomer does builds the assets anew, which a browser would miss.
    suites: ['platform_faults', 'browser'],
    folder: 'tmp/test/platform_faults',
    env: { ...ALONE, ...UNCOUNTED },
  },
  // Without their addresses its tests say that they were left out.
  { suites: ['services'], folder: 'tmp/test/services', env: UNCOUNTED },
]
type EndedLane = ReturnType<typeof startLane>['ended']
const FIGURES = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm

/**
 * Runs all suites in four processes side by side, each with a database and files of its own. What the
 * first one prints is seen at once, the rest when its lane has come to its end. Ends with the figures
 * of all as one plain line; the full run writes the table of faults, too. Resolves with the exit code.
 */
export async function runLanes(): Promise<number> {
  const started = Date.now()
  forgetFaultRows()
  const [first, ...others] = LANES.map(startLane)
  first.child.stdout!.pipe(process.stdout)
  const ended = await Promise.all([first, ...others].map((lane) => lane.ended))
  for (const { output } of ended.slice(1)) process.stdout.write(output)
  const outside = ended.map(failureOutsideTests)
  process.stdout.write(outside.join(''))
  process.stdout.write(`\n${total([...ended.map(({ output }) => output), ...outside])}\n`)
  if (isDeep) writeFaultTable(started)
  return ended.every(({ code }) => code === 0) ? 0 : 1
}

/** Runs what the arguments ask for in one process. Resolves with the exit code. */
export async function runAlone(args: string[]): Promise<number> {
  const [code] = await once(spawnTests(args, { TEST_LANE: 'all' }, 'inherit'), 'close')
  return code ?? 1
}

function startLane({ suites, folder, env }: (typeof LANES)[number]) {
  const child = spawnTests(suites, { ...env, TEST_LANE: suites[0], TEST_FOLDER: folder }, 'pipe')
  const output: Buffer[] = []
  child.stdout!.on('data', (chunk: Buffer) => output.push(chunk))
  const ended = once(child, 'close').then(([code, signal]) => ({
    suites,
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    output: Buffer.concat(output).toString(),
  }))
  return { child, ended }
}

/** The test command brings a loader that compiles everything anew: whatever it starts comes without it. */
function spawnTests(args: string[], env: NodeJS.ProcessEnv, stdout: 'inherit' | 'pipe') {
  const script = fileURLToPath(new URL('../bin/test.ts', import.meta.url))
  const child = spawn(process.execPath, [TYPESCRIPT, script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, 'inherit'],
  })
  // Whoever ends the command ends what it started: a run that goes on would meet the next one in its database.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => child.kill(signal))
  return child
}

/** An error that no test of a lane caught, or an end by a signal, is one failure of the run, and says so. */
function failureOutsideTests({ suites, code, signal, output }: Awaited<EndedLane>): string {
  if (code === 0 || !total([output]).includes(' 0 failed')) return ''
  const end = signal ? `was ended by ${signal}` : `ended with code ${code}`
  return `\n✖ ${suites.join(', ')} ${end} though no test failed: see "Unhandled" above\n0 passed, 1 failed\n`
}

/** The sum of the plain lines that the lanes end with. */
function total(outputs: string[]): string {
  const figures = outputs.flatMap((output) => [...output.matchAll(FIGURES)])
  const sum = (group: number) =>
    figures.reduce((all, figure) => all + Number(figure[group] ?? 0), 0)
  const skipped = sum(3) > 0 ? `, ${sum(3)} skipped` : ''
  return `${sum(1)} passed, ${sum(2)} failed${skipped}`
}
