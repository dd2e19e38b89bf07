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

function isSound(row: string): boolean {
  const [mean, ...quantiles] = row.split(',').slice(2).map(Number)
  const ordered = quantiles.every((quantile, at) => at === 0 || quantile >= quantiles[at - 1])
  return mean >= 0 && quantiles.every((quantile) => quantile >= 0) && ordered
}

function wideHistory(parts: number, months: number): string {
  const random = randomNumbers(parts)
  const names = Array.from({ length: months }, (_, month) => {
    return `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
  const rows = Array.from({ length: parts }, (_, part) => {
    const sales = names.map(() => (random() < 0.4 ? 1 + Math.floor(random() * 3) : 0))
    return `P${part},${sales.join()}`
  })
  return [`series_id,${names.join()}`, ...rows, ''].join('\n')
}
