import { readFile } from 'node:fs/promises'
import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { wordingOf } from '#app/imports/runs/import_wording'
import type { ImportResult } from '#app/imports/runs/carry_out_run'
import { sql } from '#app/platform/database/sql'
import { writeTable } from '#app/platform/tabular/write_table'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { runCommand } from '#tests/support/imports'
import { temporaryFile } from '#tests/support/temporary_files'

const importing = async (path: string, ...args: string[]) => {
  const { output } = await runCommand('sales:import', [path, '--json', ...args])
  return JSON.parse(output) as ImportResult & { error?: string }
}

const sales = () =>
  sql(
    `select p.sku, sold_on::text as day, quantity, unit_price as price, document
     from sales_history s join products p on p.id = s.product_id where source = 'import' order by s.id`
  )

test.group('sales:import', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    for (const sku of ['PLAQ-1', 'FILT-2']) await createProduct({ sku })
  })

  test('sales and returns in French words; the same file again adds nothing', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'ventes.csv',
      'Date facture;Code article;Qté;PU TTC;Facture\n31/01/2024;PLAQ-1;2;89,900;F1\n2024-02-01;PLAQ-1;-1;89,900;A1\n05/02/2024;FILT-2;3;;\n'
    )
    const first = await importing(path)
    assert.include(first.counts, { created: 3, unchanged: 0, rejected: 0 })
    const told = [
      { sku: 'PLAQ-1', day: '2024-01-31', quantity: 2, price: 89_900, document: 'F1' },
      { sku: 'PLAQ-1', day: '2024-02-01', quantity: -1, price: 89_900, document: 'A1' },
      { sku: 'FILT-2', day: '2024-02-05', quantity: 3, price: null, document: null },
    ]
    assert.deepEqual(await sales(), told)

    const again = await importing(path)
    assert.include(again.counts, { created: 0, unchanged: 3, rejected: 0 })
    assert.deepEqual(await sales(), told)
  })

  test('what is wrong is told row by row, and the rest goes in', async ({ assert, test: self }) => {
    const path = await temporaryFile(
      self,
      'sales.csv',
      [
        'date,sku,quantity,unit_price,document',
        '2024-01-02,PLAQ-1,1,10.000,F1',
        '2024-01-02,PLAQ-1,1,10.000,F1',
        '2024-01-02,UNKNOWN,1,10.000,F2',
        '2199-01-01,PLAQ-1,1,10.000,F3',
        '2024-02-30,PLAQ-1,1,10.000,F4',
        '2024-01-03,PLAQ-1,1.5,10.000,F5',
        '2024-01-03,PLAQ-1,0,10.000,F6',
        '2024-01-03,PLAQ-1,6191234567,10.000,F7',
        '2024-01-03,,1,10.000,F8',
        '2024-01-03,PLAQ-1,1,-10.000,F9',
        '2024-01-04,FILT-2,1,10.000,F10',
        '2024-01-05,FILT-2,NaN,10.000,F11',
        '',
      ].join('\n')
    )
    const result = await importing(path, `--errors=${path}.errors`)
    assert.include(result.counts, { created: 2, rejected: 10 })
    const rejected = await readFile(`${path}.errors`, 'utf8')
    for (const reason of [
      '3,the same sale is already on line 2,',
      '4,sku: there is no product «UNKNOWN»,',
      '5,date: «2199-01-01» is still to come,',
      '6,"date: «2024-02-30» is no day, such as 2024-03-31 or 31/03/2024",',
      '7,quantity: «1.5» has more than 0 decimals,',
      '8,quantity: nothing was sold,',
      '9,quantity: «6191234567» is more than 100000 pieces in one line,',
      '10,"the row names no part: it needs a sku, or brand and mpn",',
      '11,unit_price: «-10.000» is negative,',
      '13,quantity: «NaN» is',
    ]) {
      assert.include(rejected, reason)
    }
  })

  test('months without any sale in between are told, and reject nothing', async ({
    assert,
    test: self,
  }) => {
    const notesOf = async (...days: string[]) => {
      const rows = days.map((day, at) => `${day},PLAQ-1,1,10.000,F${at}`)
      const text = ['date,sku,quantity,unit_price,document', ...rows, ''].join('\n')
      const { notes, counts } = await importing(await temporaryFile(self, 'ventes.csv', text))
      assert.equal(counts.created, days.length)
      return notes
    }
    assert.deepEqual(await notesOf('2022-12-31', '2023-01-01', '2023-02-28'), [])
    const [gaps, ...others] = await notesOf('2023-10-31', '2024-01-05', '2024-03-01')
    assert.isEmpty(others)
    assert.equal(
      gaps,
      'no sale is told of 3 months in between (first 2023-11): is a part of the list missing?'
    )
    const french = wordingOf(i18nManager.locale('fr')).reason(gaps)
    assert.match(french, /^aucune vente n’est indiquée pour 3 mois.*\(le premier.: 2023-11\)/)
  })

  test('a workbook is read as well', async ({ assert, test: self }) => {
    const path = await temporaryFile(self, 'ventes.xlsx')
    async function* rows() {
      yield ['2024-01-31', 'PLAQ-1', 4]
    }
    await writeTable(path, ['date', 'sku', 'quantity'], rows())
    const { counts } = await importing(path)
    assert.include(counts, { created: 1, rejected: 0 })
  })

  test('another list is refused in one line', async ({ assert, test: self }) => {
    const path = await temporaryFile(self, 'list.csv', 'sku,name\nPLAQ-1,Plaquettes\n')
    const { error } = await importing(path)
    assert.include(error, 'does not look like a list of sales (columns: sku, name)')
  })
})
