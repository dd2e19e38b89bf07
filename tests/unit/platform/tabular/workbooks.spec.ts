import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { isBroken, type ReadRow } from '#app/platform/tabular/row'
import { TabularFile } from '#app/platform/tabular/tabular_file'
import { writeTable } from '#app/platform/tabular/write_table'
import { readTable } from '#tests/support/tables'
import { temporaryFile } from '#tests/support/temporary_files'
import { xlsx } from '#tests/support/zip'

const cells = (rows: ReadRow[]) =>
  rows.map((row) => (isBroken(row) ? row.reason : { ...row.cells }))

test.group('Workbooks', () => {
  test('every kind of cell comes out as a person sees it', async ({ assert, test: self }) => {
    const strings =
      '<sst><si><t>sku</t></si><si><r><t>na</t></r><r><t xml:space="preserve">me</t></r><rPh><t>x</t></rPh></si>' +
      '<si><t>Été &amp; hiver_x000D_\n</t></si></sst>'
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0.000&quot; dinars&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs></styleSheet>'
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>price</t></is></c>' +
      '<c r="D1" t="str"><v>day</v></c><c r="E1" t="str"><v>at</v></c><c r="F1" t="str"><v>ok</v></c><c r="G1" t="str"><v>error</v></c></row>' +
      '<row r="4"><c r="A4"><v>3165143456789</v></c><c r="B4" t="s"><v>2</v></c><c r="C4" s="2"><f>A1*2</f><v>106.98100000000001</v></c>' +
      '<c r="D4" s="1"><v>46082</v></c><c r="E4" s="3"><v>46082.395833333336</v></c><c r="F4" t="b"><v>1</v></c><c r="G4" t="e"><v>#N/A</v></c></row>' +
      '<row r="5"><c r="C5"><v>1</v></c></row><row r="6"><c r="H6"><v>1</v></c></row>'
    const rows = await readTable(
      await temporaryFile(self, 'list.xlsx', xlsx(sheet, { strings, styles }))
    )

    assert.deepEqual(
      rows.map(({ line }) => line),
      [4, 5, 6]
    )
    assert.deepEqual(cells(rows), [
      {
        sku: 3165143456789,
        name: 'Été & hiver',
        price: 106.981,
        day: '2026-03-01',
        at: '2026-03-01T09:30:00',
        ok: 'true',
        error: '#N/A',
      },
      { price: 1 },
      'the row has 8 cells, the header 7',
    ])
  })

  test('a gzipped workbook is read, and its copy goes', async ({ assert, test: self }) => {
    const sheet = '<row><c t="str"><v>sku</v></c></row><row><c t="str"><v>A1</v></c></row>'
    const path = await temporaryFile(self, 'list.xlsx.gz', gzipSync(xlsx(sheet)))
    const file = await TabularFile.open(path)
    assert.equal(file.description, 'XLSX, gzip')
    assert.deepEqual(cells(await readTable(path)), [{ sku: 'A1' }])
  })

  test('{$self}: what is written is read back')
    .with(['out.csv', 'out.tsv', 'out.jsonl', 'out.xlsx', 'out.csv.gz', 'out.xlsx.gz'])
    .run(async ({ assert, test: self }, name) => {
      const path = await temporaryFile(self, name)
      const rows = [
        ['A1', 'Été, "10" pouces\nen deux', 'طقم'],
        ['A2', '=1+1', ''],
        ["'=A3", '\\|', '-5'],
      ]
      await writeTable(
        path,
        ['sku', 'name', 'name_ar'],
        (async function* () {
          yield* rows
        })()
      )
      const read = await readTable(path)
      assert.deepEqual(
        read.map((row) =>
          ['sku', 'name', 'name_ar'].map((header) =>
            isBroken(row) ? row.reason : String(row.cells[header] ?? '')
          )
        ),
        rows
      )
    })

  test('a name without a known format is refused', async ({ assert }) => {
    const nothing = (async function* () {})()
    await assert.rejects(
      () => writeTable('/tmp/list.pdf', [], nothing),
      'list.pdf does not end in .csv, .tsv, .jsonl, .xlsx'
    )
  })
})
