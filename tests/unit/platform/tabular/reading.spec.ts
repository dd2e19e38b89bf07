import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { test } from '@japa/runner'
import { isBroken, type ReadRow } from '#app/platform/tabular/row'
import { TabularFile } from '#app/platform/tabular/tabular_file'
import { readTable } from '#tests/support/tables'
import { temporaryFile } from '#tests/support/temporary_files'

const FRENCH =
  'réf;désignation;prix\r\nA1;Pièce de rechange – été;12,500\r\nA2;Bougie préchauffée;9,900\r\n'
const ARABIC = 'المرجع;الاسم;السعر\nA1;طقم بلاكات الفرامل الأمامية;12.500\nA2;فلتر الزيت;9.900\n'

const cellsOf = (rows: ReadRow[]) =>
  rows.map((row) => (isBroken(row) ? row.reason : Object.values(row.cells)))

test.group('Reading tables', () => {
  test('{$i}: {encoding}, French and Arabic come out as they went in')
    .with([
      { encoding: 'utf-8', text: FRENCH },
      { encoding: 'utf-8', text: ARABIC },
      { encoding: 'utf-8', text: FRENCH, bom: true },
      { encoding: 'utf-16le', text: FRENCH },
      { encoding: 'utf-16le', text: ARABIC, bom: true },
      { encoding: 'utf-16be', text: FRENCH },
      { encoding: 'utf-16be', text: ARABIC, bom: true },
      { encoding: 'windows-1252', text: FRENCH },
      { encoding: 'windows-1256', text: ARABIC },
    ])
    .run(async ({ assert, test: self }, { encoding, text, bom }) => {
      const path = await temporaryFile(
        self,
        'list.csv',
        iconv.encode(text, encoding, { addBOM: bom })
      )
      const file = await TabularFile.open(path)
      assert.equal(file.description, `CSV (;), ${encoding}`)

      const lines = text.trim().split(/\r?\n/)
      assert.deepEqual(file.headers, lines[0].split(';'))
      assert.deepEqual(
        cellsOf(await readTable(path)),
        lines.slice(1).map((line) => line.split(';'))
      )
    })

  test('a given encoding wins over the detected one', async ({ assert, test: self }) => {
    const path = await temporaryFile(self, 'list.csv', iconv.encode('nom\nÉté\n', 'windows-1252'))
    assert.deepEqual(cellsOf(await readTable(path, { encoding: 'windows-1256' })), [['ةté']])
  })

  test('{$self} parts the cells')
    .with([',', ';', '\t', '|'])
    .run(async ({ assert, test: self }, delimiter) => {
      const lines = [
        ['sku', 'name', 'price'],
        ['A1', 'Vis, écrou; et rondelle', '1.500'],
        ['A2', 'Joint', '2.000'],
      ]
      const text = lines.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join('\n')
      const path = await temporaryFile(self, 'list.txt', text)
      assert.deepEqual(cellsOf(await readTable(path)), lines.slice(1))
    })

  test('a delimiter inside cells does not mislead the detection', async ({
    assert,
    test: self,
  }) => {
    const text = 'ID;Tags (x,y,z);Name\n1;a, b, c, d;One\n2;e, f, g, h;Two\n'
    const file = await TabularFile.open(await temporaryFile(self, 'list.csv', text))
    assert.deepEqual(file.headers, ['ID', 'Tags (x,y,z)', 'Name'])
  })

  test('the hint «sep={$self}» that Excel writes before the header is obeyed')
    .with([';', ',', '|', '\t'])
    .run(async ({ assert, test: self }, mark) => {
      const text = `sep=${mark}\r\nsku${mark}name\r\nA1${mark}"Un, deux"\r\n`
      const path = await temporaryFile(self, 'list.csv', text)
      assert.deepEqual(cellsOf(await readTable(path)), [['A1', 'Un, deux']])
    })

  test('lines end in {name}, and cells may hold them')
    .with([
      { name: 'LF', end: '\n' },
      { name: 'CRLF', end: '\r\n' },
      { name: 'CR', end: '\r' },
    ])
    .run(async ({ assert, test: self }, { end }) => {
      const text = ['sku,name', 'A1,"Deux', 'lignes"', '', 'A2,Une'].join(end)
      const rows = await readTable(await temporaryFile(self, 'list.csv', text))
      assert.deepEqual(cellsOf(rows), [
        ['A1', 'Deux\nlignes'],
        ['A2', 'Une'],
      ])
      assert.deepEqual(
        rows.map(({ line }) => line),
        [2, 5]
      )
    })

  test('gzip is told by content, whatever the name', async ({ assert, test: self }) => {
    const path = await temporaryFile(self, 'list.csv', gzipSync('sku,name\nA1,Un\n'))
    const file = await TabularFile.open(path)
    assert.equal(file.description, 'CSV (,), utf-8, gzip')
    assert.deepEqual(cellsOf(await readTable(path)), [['A1', 'Un']])
  })

  test('objects on lines flatten: nested keys get dots, arrays bars', async ({
    assert,
    test: self,
  }) => {
    const objects = [
      {
        sku: 'A1',
        price: 12.5,
        size: { w: 1, h: { cm: 2 } },
        tags: ['x|y', 'z'],
        gone: null,
        ok: true,
      },
      { sku: 'A2', extra: 'only here' },
    ]
    const text = objects.map((object) => JSON.stringify(object)).join('\n')
    const rows = await readTable(await temporaryFile(self, 'list.jsonl', text))
    assert.deepEqual(
      rows.map((row) => ({ ...(row as { cells: object }).cells })),
      [
        {
          'sku': 'A1',
          'price': 12.5,
          'size.w': 1,
          'size.h.cm': 2,
          'tags': 'x\\|y|z',
          'ok': 'true',
        },
        { sku: 'A2', extra: 'only here' },
      ]
    )
  })

  test('headers that are empty or repeated keep apart, marks of direction go', async ({
    assert,
    test: self,
  }) => {
    const text = '\u200fsku,,name,name\nA1\u200e,x,Un,Deux\n'
    const file = await TabularFile.open(await temporaryFile(self, 'list.csv', text))
    assert.deepEqual(file.headers, ['sku', 'column 2', 'name', 'name (2)'])
    for await (const row of file.rows())
      assert.deepEqual(cellsOf([row]), [['A1', 'x', 'Un', 'Deux']])
  })

  test('a shorter row leaves its last cells out; empty cells too many do no harm', async ({
    assert,
    test: self,
  }) => {
    const rows = await readTable(await temporaryFile(self, 'list.csv', 'a,b,c\n1,2\n1,2,3,,\n'))
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [
        { line: 2, width: 2, cells: Object.assign(Object.create(null), { a: '1', b: '2' }) },
        {
          line: 3,
          width: 5,
          cells: Object.assign(Object.create(null), { a: '1', b: '2', c: '3' }),
        },
      ]
    )
  })
})
