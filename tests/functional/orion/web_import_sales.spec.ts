import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { Workers } from '#app/platform/jobs/workers'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { forgetImports, ImportClient } from '#tests/support/web_imports'

const SALES = { entity: 'sales' }
const LIST = [
  'date,sku,quantity,unit_price,document',
  '2024-01-02,PLAQ-1,2,89.900,F1',
  '2024-01-03,PLAQ-1,-1,89.900,A1',
  '2199-01-01,PLAQ-1,1,89.900,F2',
].join('\n')

const kept = () =>
  sql<{ document: string }>('select document from sales_history order by document').then((rows) =>
    rows.map(({ document }) => document)
  )

test.group('Lists of former sales from the browser', (group) => {
  group.setup(async () => {
    const workers = await Workers.start()
    return () => workers.stop()
  })
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyCatalogue()
    await forgetImports()
    await createProduct({ sku: 'PLAQ-1' })
    return () => forgetImports()
  })

  test('are tried out first, with examples and what is rejected, and add nothing', async ({
    assert,
  }) => {
    const imports = await ImportClient.of('buyer')
    const { body } = await imports.upload(LIST, { ...SALES, dryRun: '1' })
    const run = await imports.until(body.data.id, 'checked')

    assert.include(run.counts, { created: 2, rejected: 1 })
    assert.deepEqual(
      run.preview!.changes.map(({ label }) => label),
      ['2024-01-02 · PLAQ-1 × 2', '2024-01-03 · PLAQ-1 × -1']
    )
    assert.include(run.preview!.rejected[0].reason, 'is still to come')
    assert.deepEqual(await kept(), [])
  })

  test('are taken back, and nothing that another list told', async ({ assert }) => {
    const imports = await ImportClient.of('buyer')
    await imports.importing(LIST, SALES)
    const second = await imports.importing(`${LIST}\n2024-02-01,PLAQ-1,4,,F3`, SALES)
    assert.include(second.counts, { created: 1, unchanged: 2, rejected: 1 })
    assert.deepEqual(await kept(), ['A1', 'F1', 'F3'])

    await imports.move(second.id, 'rollback')
    const { undone } = await imports.until(second.id, 'rolled_back')
    assert.include(undone, { count: 1, conflicts: 0 })
    assert.deepEqual(await kept(), ['A1', 'F1'])
    const again = await imports.importing(`${LIST}\n2024-02-01,PLAQ-1,4,,F3`, SALES)
    assert.include(again.counts, { created: 1, unchanged: 2 })
  })

  test('are for whoever may change forecasts', async ({ assert }) => {
    const sales = await ImportClient.of('sales')
    const refused = await sales.upload(LIST, SALES)
    assert.equal(refused.status, 403)
    const buyer = await ImportClient.of('buyer')
    const run = await buyer.importing(LIST, SALES)
    const hidden = await sales.text(`/imports/${run.id}`)
    assert.equal(hidden.status, 403)
  })
})
