import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import fc from 'fast-check'
import { test } from '@japa/runner'
import { cleanText } from '#app/platform/tabular/clean_text'
import { isBroken, type ReadRow, type Row } from '#app/platform/tabular/row'
import { TabularFile } from '#app/platform/tabular/tabular_file'
import { csvLine } from '#app/platform/tabular/write_csv'
import { readTable } from '#tests/support/tables'
import { temporaryFile } from '#tests/support/temporary_files'

/** Line → the SKU that landed, or the reason why none did. */
const fates = (rows: ReadRow[]) =>
  Object.fromEntries(rows.map((row) => [row.line, isBroken(row) ? row.reason : row.cells.sku]))

const HEADER = 'sku,name,price\n'

test.group('Broken rows', () => {
  test('{name}: one row is lost, its neighbours land')
    .with([
      { name: 'text after a quote', row: 'A2,"Disque".""', reason: 'text follows a closing quote' },
      {
        name: 'an unclosed quote',
        row: 'A2,"Disque,2',
        reason: 'a quote is opened and not closed',
      },
      { name: 'too many cells', row: 'A2,Disque,2,3', reason: 'the row has 4 cells, the header 3' },
      { name: 'a NUL', row: 'A2,Dis\0que,2', reason: 'the row holds a NUL character' },
    ])
    .run(async ({ assert, test: self }, { row, reason }) => {
      const text = `${HEADER}A1,Un,1\n${row}\nA3,Trois,3\nA4,"Quatre, ou ""4""",4\n`
      const rows = fates(await readTable(await temporaryFile(self, 'list.csv', text)))
      assert.deepEqual(Object.keys(rows), ['2', '3', '4', '5'])
      assert.include(String(rows[3]), reason)
      assert.deepEqual([rows[2], rows[4], rows[5]], ['A1', 'A3', 'A4'])
    })

  test('an inch mark inside a plain cell is text', async ({ assert, test: self }) => {
    const rows = await readTable(
      await temporaryFile(self, 'list.csv', `${HEADER}A1,Disque 10" ventilé,5\n`)
    )
    assert.deepEqual(
      { ...(rows[0] as { cells: object }).cells },
      { sku: 'A1', name: 'Disque 10" ventilé', price: '5' }
    )
  })

  test('bytes that are not UTF-8 cost their own row only', async ({ assert, test: self }) => {
    const good = Buffer.from(`${HEADER}A1,Été,1\nA2,Pièce détachée,2\n`)
    const bad = Buffer.concat([
      Buffer.from('A3,'),
      Buffer.from([0xe9, 0x74]),
      Buffer.from(',3\nA4,Fin,4\n'),
    ])
    const rows = fates(
      await readTable(await temporaryFile(self, 'list.csv', Buffer.concat([good, bad])))
    )
    assert.deepEqual(rows, {
      2: 'A1',
      3: 'A2',
      4: 'the row holds bytes that are not UTF-8',
      5: 'A4',
    })
  })

  test('{name}: a 50 MB cell costs one row and little memory')
    .with([
      { name: 'plain', quote: '' },
      { name: 'quoted', quote: '"' },
    ])
    .run(async ({ assert, test: self }, { quote }) => {
      const path = await temporaryFile(self, 'list.csv')
      const file = createWriteStream(path)
      file.write(`${HEADER}A1,Un,1\nA2,${quote}`)
      const block = Buffer.alloc(1024 * 1024, 'x')
      for (let i = 0; i < 50; i++) if (!file.write(block)) await once(file, 'drain')
      file.end(`${quote},2\nA3,Trois,3\n`)
      await once(file, 'close')

      const before = process.memoryUsage.rss()
      const rows = fates(await readTable(path))
      assert.isBelow(process.memoryUsage.rss() - before, 150 * 1024 * 1024)
      assert.deepEqual(rows, { 2: 'A1', 3: 'the row is longer than 1000000 characters', 4: 'A3' })
    })

  test('10,000 columns are refused in one line', async ({ assert, test: self }) => {
    const header = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')
    const path = await temporaryFile(self, 'wide.csv', `${header}\n1,2,3\n`)
    await assert.rejects(
      () => TabularFile.open(path),
      'wide.csv has 10000 columns: at most 2000 are read'
    )
  })

  test('lines that are no JSON objects are lost alone', async ({ assert, test: self }) => {
    const deep = '{"sku":"A4","x":' + '['.repeat(100_000) + ']'.repeat(100_000) + '}'
    const text = [
      '{"sku":"A1"}',
      '{"sku":',
      '[1]',
      deep,
      '{"sku":"A\\u00005"}',
      '{"sku":"A6"}',
    ].join('\n')
    assert.deepEqual(fates(await readTable(await temporaryFile(self, 'list.jsonl', text))), {
      1: 'A1',
      2: 'the line is not a JSON object',
      3: 'the line is not a JSON object',
      4: 'the object is nested too deeply',
      5: 'the row holds a NUL character',
      6: 'A6',
    })
  })

  test('whatever is written is read back, with any one line broken', async ({
    assert,
    test: self,
  }) => {
    // A cell that begins or ends with a delimiter could close the open quote: then nobody can tell.
    const letter = fc.constantFrom(...'aé"\',;|\t\n\\=-+@ ط', '\u00a0', '😀')
    const cell = fc.string({ unit: letter, maxLength: 12 }).map((text) => `x${cleanText(text)}x`)
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(table, fc.nat(29), async (pairs, at) => {
        const lines = pairs.map(([name, price], index) => csvLine([`A${index}`, name, price]))
        lines.splice(at % (lines.length + 1), 0, 'BROKEN,"never closed,1\n')
        const rows = await readTable(await temporaryFile(self, 'list.csv', HEADER + lines.join('')))

        const read = rows
          .filter((row): row is Row => !isBroken(row))
          .map(({ cells }) => [cells.name ?? '', cells.price ?? ''])
        assert.deepEqual(read, pairs)
        assert.lengthOf(rows.filter(isBroken), 1)
      }),
      { numRuns: 100 }
    )
  })
})
