import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { readHistory } from '#app/orion/evaluation/read_history'
import { temporaryFile } from '#tests/support/temporary_files'

const NONE = Number.NaN

test.group('Histories in files', () => {
  test('{name}')
    .with([
      {
        name: 'wide months, an empty cell is missing',
        text: 'series_id,2024-11,2024-12,2025-01\nA,1,,3\nB,0,2,NA\n',
        season: 12,
        told: { A: [1, NONE, 3], B: [0, 2, NONE] },
      },
      {
        name: 'columns that are out of order',
        text: 'series_id,2024-03,2024-01,2024-02\nA,3,1,2\n',
        season: 12,
        told: { A: [1, 2, 3] },
      },
      {
        name: 'long months, a period that nobody tells is missing, rows of one period add up',
        text: 'series_id,period,quantity\nA,2024-01,1\nA,2024-03,2\nA,2024-03,5\nB,2024-02,4\n',
        season: 12,
        told: { A: [1, NONE, 7], B: [NONE, 4, NONE] },
      },
      {
        name: 'ISO weeks over a year of 53',
        text: 'series_id,2020-W52,2020-W53,2021-W01\nA,1,2,3\n',
        season: 52,
        told: { A: [1, 2, 3] },
      },
      {
        name: 'dates seven days apart are weeks',
        text: 'series_id;period;quantity\nA;2024-01-01;1\nA;2024-01-15;3\nB;2024-01-08;2\n',
        season: 52,
        told: { A: [1, NONE, 3], B: [NONE, 2, NONE] },
      },
      {
        name: 'first days of months are months',
        text: 'series_id,2024-01-01,2024-02-01,2024-03-01\nA,1,2,3\n',
        season: 12,
        told: { A: [1, 2, 3] },
      },
      {
        name: 'days',
        text: 'series_id,period,quantity\nA,2024-02-28,1\nA,2024-02-29,-2\nA,2024-03-02,1.5\n',
        season: 7,
        told: { A: [1, -2, NONE, 1.5] },
      },
    ])
    .run(async ({ assert, test: self }, { text, season, told }) => {
      for (const content of [text, gzipSync(text)]) {
        const history = await readHistory(await temporaryFile(self, 'history.csv', content))
        assert.equal(history.season, season)
        const values = history.values.map((row) => [...row])
        assert.deepEqual(Object.fromEntries(history.ids.map((id, at) => [id, values[at]])), told)
      }
    })

  test('{says}')
    .with([
      { text: 'part,2024-01,2024-02\nA,1,2\n', says: 'the first one must be series_id' },
      { text: 'series_id,2024-01,soon\nA,1,2\n', says: '"soon" is no month (YYYY-MM)' },
      { text: 'series_id,2024-01,2024-13\nA,1,2\n', says: '"2024-13" is no month (YYYY-MM)' },
      { text: 'series_id,a,b\nA,1,2\n', says: 'write YYYY-MM, YYYY-MM-DD or YYYY-Www' },
      {
        text: 'series_id,2024-01,2024-02\nA,1,many\n',
        says: 'line 2: "many" is no quantity',
      },
      {
        text: 'series_id,2024-01,2024-02\nA,1,1\nA,2,2\n',
        says: 'line 3: series "A" is there twice',
      },
      { text: 'series_id,2024-01,2024-02\n,1,1\n', says: 'line 2: the row names no series' },
      {
        text: 'series_id,2024-01-01,2024-01-08,2024-01-16\nA,1,1,1\n',
        says: 'period 2024-01-16 is out of step',
      },
      {
        text: 'series_id,2024-01-01,2024-01-04\nA,1,1\n',
        says: 'periods 3 days apart are neither days, weeks nor months',
      },
      { text: '', says: 'is empty' },
    ])
    .run(async ({ assert, test: self }, { text, says }) => {
      const path = await temporaryFile(self, 'history.csv', text)
      const error = await readHistory(path).then(
        () => undefined,
        (thrown: Error) => thrown
      )
      assert.equal(error?.name, 'UnusableFile')
      assert.include(error?.message, says)
      assert.notInclude(error!.message, '\n')
    })
})
