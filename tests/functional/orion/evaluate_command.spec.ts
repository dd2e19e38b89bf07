import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { randomNumbers } from '#app/orion/random'
import { emptyOrion, sellingProducts } from '#tests/support/sales'
import { runCommand } from '#tests/support/imports'
import { temporaryFile } from '#tests/support/temporary_files'

const evaluate = (...args: string[]) => runCommand('orion:evaluate', args)

test.group('orion:evaluate', () => {
  test('rolling: sums over the lead time of each series and step, the same for the same seed', async ({
    assert,
    test: self,
  }) => {
    const file = await temporaryFile(self, 'history.csv', wideHistory(60, 36))
    const tell = async (seed: number) => {
      const out = join(dirname(file), `forecasts-${seed}.csv`)
      const order = [`--file=${file}`, '--horizon=6', '--mode=rolling', '--lead=2']
      const { exitCode, output } = await evaluate(...order, `--out=${out}`, `--seed=${seed}`)
      assert.equal(exitCode, 0, output)
      assert.include(output, '60 series × 5 steps')
      return readFile(out, 'utf8')
    }
    const told = await tell(1)
    const [header, ...rows] = told.trimEnd().split('\n')
    assert.equal(header, 'series_id,step,mean,q50,q90,q95,q99')
    assert.deepEqual(
      rows.map((row) => row.split(',').slice(0, 2).join()),
      Array.from({ length: 60 }, (_, part) => part).flatMap((part) =>
        [1, 2, 3, 4, 5].map((step) => `P${part},${step}`)
      )
    )
    assert.isTrue(rows.every(isSound))
    assert.equal(await tell(1), told)
  })

  test('fixed: each period from one origin, and levels besides', async ({ assert, test: self }) => {
    const file = await temporaryFile(self, 'history.csv', wideHistory(5, 20))
    const out = join(dirname(file), 'forecasts.csv')
    const order = ['--horizon=4', `--out=${out}`, '--levels=0.8,0.998']
    const { exitCode } = await evaluate(`--file=${file}`, ...order)
    assert.equal(exitCode, 0)
    const told = await readFile(out, 'utf8')
    const lines = told.trimEnd().split('\n')
    assert.equal(lines[0], 'series_id,step,mean,q50,q90,q95,q99,q80,q99.8')
    assert.lengthOf(lines, 1 + 5 * 4)
  })

  test('what is held out changes no forecast made before it', async ({ assert, test: self }) => {
    const history = wideHistory(60, 30)
    const rewritten = history.replaceAll(/(,\d+){3}$/gm, ',50,60,70')
    const told: string[] = []
    for (const [at, text] of [history, rewritten].entries()) {
      const file = await temporaryFile(self, `history-${at}.csv`, text)
      await evaluate(`--file=${file}`, '--horizon=3', `--out=${file}.out`)
      told.push(await readFile(`${file}.out`, 'utf8'))
    }
    assert.equal(told[1], told[0])
  })

  test('{says}')
    .with([
      { order: ['--horizon=0'], says: '--horizon must be a number of periods, at least 1' },
      { order: ['--horizon=12'], says: '12 periods are held out of 12: none is left' },
      { order: ['--horizon=3', '--mode=sideways'], says: '--mode=sideways is unknown' },
      { order: ['--horizon=3', '--mode=rolling'], says: '--mode=rolling needs --lead=L' },
      { order: ['--horizon=3', '--mode=rolling', '--lead=4'], says: 'does not fit into 3 periods' },
      { order: ['--horizon=3', '--lead=2'], says: '--lead belongs to --mode=rolling' },
      { order: ['--horizon=3', '--format=xml'], says: '--format=xml is unknown' },
    ])
    .run(async ({ assert, test: self }, { order, says }) => {
      const file = await temporaryFile(self, 'history.csv', wideHistory(3, 12))
      const { exitCode, output } = await evaluate(`--file=${file}`, ...order, `--out=${file}.out`)
      assert.equal(exitCode, 1)
      assert.include(output, says)
    })

  test('without a file it is what the shop has sold, its last 12 months held out', async ({
    assert,
    cleanup,
    test: self,
  }) => {
    cleanup(() => emptyOrion())
    await emptyOrion()
    const out = await temporaryFile(self, 'own.csv', '')
    const bare = await evaluate(`--out=${out}`)
    assert.equal(bare.exitCode, 1)
    assert.include(bare.output, 'import former sales with sales:import')
    await sellingProducts(5, (product, month) => product + (month % 3))
    const { exitCode, output } = await evaluate(`--out=${out}`)
    assert.equal(exitCode, 0, output)
    assert.include(output, '5 series × 12 steps')
    const told = await readFile(out, 'utf8')
    const [, ...rows] = told.trimEnd().split('\n')
    assert.isTrue(rows.length === 60 && rows.every(isSound))
    assert.match(rows[0], /^P-1,1,/)
  })

  test('a file that is not there is one line', async ({ assert }) => {
    const { exitCode, output } = await evaluate('--file=/nowhere/history.csv', '--horizon=3')
    assert.equal(exitCode, 1)
    assert.include(output, '/nowhere/history.csv')
  })
})

/** Months of a series beside ordinary ones, as cells of a wide file: 30 are known, 6 are held out. */
const MONTHS = 36
const cells = (of: (month: number) => string | number) =>
  Array.from({ length: MONTHS }, (_, at) => of(at))
const ODD: Record<string, (string | number)[]> = {
  '0 sales': cells(() => ''),
  '1 sale': cells((at) => (at === 11 ? 1 : 0)),
  '2 sales': cells((at) => (at === 11 || at === 23 ? 2 : 0)),
  'all zero': cells(() => 0),
  'constant': cells(() => 12),
  'one huge outlier': cells((at) => (at === 20 ? 9_000_000 : 1)),
  'NaN and negative': cells((at) => ['NaN', -4, 3, 'NA', 2, 1][at % 6]),
  'gaps': cells((at) => (at > 4 && at < 20 ? '' : at % 3)),
  'part born yesterday': cells((at) => (at < 29 ? '' : 1)),
  'stock-out half the time': cells((at) => (at % 2 ? '' : 5)),
}

test.group('orion:evaluate of odd series', (group) => {
  const folders: (() => Promise<void>)[] = []
  const said: Record<string, string[]> = { fixed: [], rolling: [] }
  group.setup(async () => {
    const rows = Object.entries(ODD).map(([name, series]) => `${name},${series.join()}\n`)
    const text = wideHistory(40, MONTHS) + rows.join('')
    const file = await temporaryFile(
      { cleanup: (forget: () => Promise<void>) => folders.push(forget) },
      'history.csv',
      text
    )
    for (const [mode, lead] of [['fixed'], ['rolling', '--lead=2']]) {
      const order = [`--mode=${mode}`, ...(lead ? [lead] : [])]
      const { exitCode, output } = await evaluate(
        ...[`--file=${file}`, '--horizon=6', `--out=${file}.out`, ...order]
      )
      if (exitCode !== 0) throw new Error(output)
      said[mode] = await rowsIn(`${file}.out`)
    }
  })
  group.teardown(async () => {
    for (const forget of folders) await forget()
  })

  for (const name of Object.keys(ODD)) {
    test(`{${name}} is forecast: not negative, quantiles in order`, ({ assert }) => {
      for (const [mode, steps] of [
        ['fixed', 6],
        ['rolling', 5],
      ] as const) {
        const rows = said[mode].filter((row) => row.startsWith(`${name},`))
        assert.lengthOf(rows, steps)
        for (const row of rows) assert.isTrue(isSound(row), row)
      }
    })
  }

  test('duplicate rows add up', async ({ assert, test: self }) => {
    const told: string[] = []
    for (const [at, pieces] of [[2], [1, 1]].entries()) {
      const rows = Array.from({ length: 20 }, (_, part) =>
        Array.from({ length: 24 }, (__, month) =>
          pieces.map((of) => `P${part},${monthOf(month)},${(part + month) % 3 ? 0 : of}`)
        )
      ).flat(2)
      const text = ['series_id,period,quantity', ...rows, ''].join('\n')
      const file = await temporaryFile(self, `history-${at}.csv`, text)
      const { exitCode, output } = await evaluate(
        ...[`--file=${file}`, '--horizon=6', `--out=${file}.out`]
      )
      assert.equal(exitCode, 0, output)
      told.push(await readFile(`${file}.out`, 'utf8'))
    }
    assert.equal(told[1], told[0])
  })

  test('10 years daily are forecast by the day', async ({ assert, test: self }) => {
    const random = randomNumbers(4)
    const rows = Array.from({ length: 3_650 }, (_, at) => {
      const day = new Date(Date.UTC(2014, 0, 1 + at)).toISOString().slice(0, 10)
      return `A,${day},${Math.floor(random() * (at % 7 ? 9 : 2))}`
    })
    const text = ['series_id,period,quantity', ...rows, ''].join('\n')
    const file = await temporaryFile(self, 'history.csv', text)
    const { exitCode, output } = await evaluate(
      ...[`--file=${file}`, '--horizon=2', `--out=${file}.out`]
    )
    assert.equal(exitCode, 0, output)
    const days = await rowsIn(`${file}.out`)
    assert.lengthOf(days, 2)
    for (const row of days) assert.isTrue(isSound(row), row)
  })
})

/** Rows of a file of forecasts. */
async function rowsIn(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8')
  return text.trimEnd().split('\n').slice(1)
}

function isSound(row: string): boolean {
  const [mean, ...quantiles] = row.split(',').slice(2).map(Number)
  const ordered = quantiles.every((quantile, at) => at === 0 || quantile >= quantiles[at - 1])
  return mean >= 0 && quantiles.every((quantile) => quantile >= 0) && ordered
}

function wideHistory(parts: number, months: number): string {
  const random = randomNumbers(parts)
  const names = Array.from({ length: months }, (_, month) => monthOf(month))
  const rows = Array.from({ length: parts }, (_, part) => {
    const sales = names.map(() => (random() < 0.4 ? 1 + Math.floor(random() * 3) : 0))
    return `P${part},${sales.join()}`
  })
  return [`series_id,${names.join()}`, ...rows, ''].join('\n')
}

const monthOf = (month: number) =>
  `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
