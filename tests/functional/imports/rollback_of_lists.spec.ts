import { test } from '@japa/runner'
import { addFitment } from '#app/fitment/rules/add_fitment'
import { sql } from '#app/platform/database/sql'
import { Workers } from '#app/platform/jobs/workers'
import { repeats } from '#tests/depth'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { fitmentList, smallFleet } from '#tests/support/fleet'
import { createNumber } from '#tests/support/part_numbers'
import { createFitment } from '#tests/support/vehicles'
import { forgetImports, ImportClient } from '#tests/support/web_imports'

const STAFF = { actor: 'staff:1', source: 'ui' } as const

const VEHICLES = `make,make_ar,model,chassis,type,fuel,from,to,kw,engine,ktype,aliases
Renault,رونو,Clio IV,BH9,1.5 dCi 90 Energy,diesel,2012,2019,66,K9K,103,clio4
Renault,,Clio V,B7,1.0 TCe 90,petrol,2019,,67,H4D,201,clio5|كليو
Wallys,,Iris,,1.6 VTi,petrol,2019,,84,,301,
`

const fleet = async () => [
  await sql('select slug, name, name_ar from vehicle_makes order by 1'),
  await sql(
    'select slug, name, name_ar, chassis_codes, year_from, year_to from vehicle_models order by 1'
  ),
  await sql(
    `select m.slug, t.name, t.body, t.fuel, t.power_kw, t.engine_code, t.produced_from, t.produced_to, t.ktype
     from vehicle_types t join vehicle_models m on m.id = t.model_id order by ktype`
  ),
  await sql('select make_id, model_id, alias from vehicle_aliases order by 1, 2, 3'),
  await fitmentList(),
]

const numbers = () =>
  sql(
    `select p.sku, n.kind, n.owner, n.number, n.source, n.confidence from part_numbers n
     join products p on p.id = n.product_id order by p.sku, n.kind, n.number`
  )

const rules = () =>
  sql(
    `select p.sku, r.engine_code_norm as engine from fitment_rules r join products p on p.id = r.product_id order by 1, 2`
  )

test.group('Taking lists of vehicles, fitments and numbers back', (group) => {
  let imports: ImportClient

  group.setup(async () => {
    const workers = await Workers.start()
    return () => workers.stop()
  })
  group.each.setup(async () => {
    await emptyCatalogue()
    await smallFleet()
    await forgetImports()
    await sql('delete from rate_limits')
    await seeChanges()
    imports = await ImportClient.of('owner')
  })

  async function takenBack(id: number) {
    const { status, body } = await imports.move(id, 'rollback')
    if (status !== 202) throw new Error(JSON.stringify(body))
    const { undone } = await imports.until(id, 'rolled_back')
    return undone!.sample.map(({ label, field, now }) => [label, field, now])
  }

  test('vehicles are as they were, and rules speak of what there is', async ({ assert }) => {
    const { id } = await createProduct({ sku: 'A' })
    await addFitment(id, { make: 'renault', engineCode: 'K9K' }, STAFF)
    const before = await fleet()
    const run = await imports.importing(VEHICLES, { entity: 'vehicles' })
    assert.deepEqual(run.counts, { created: 2, updated: 1, unchanged: 0, rejected: 0 })
    assert.notDeepEqual(await fleet(), before)

    assert.deepEqual(await takenBack(run.id), [])

    assert.deepEqual(await fleet(), before)
    const again = await imports.importing(VEHICLES, { entity: 'vehicles' })
    assert.deepEqual(again.counts, run.counts)
  })

  test('a vehicle that somebody has changed, or said a part fits, stays with its model and make', async ({
    assert,
  }) => {
    const { id } = await createProduct({ sku: 'A' })
    const run = await imports.importing(VEHICLES, { entity: 'vehicles' })
    const types = await sql<{ id: number; ktype: number; modelId: number }>(
      `select id, ktype, model_id as "modelId" from vehicle_types where ktype in (103, 201, 301) order by ktype`
    )
    const [clio4, clio5, iris] = types
    await sql('update vehicle_types set power_kw = 70 where id = $1', [clio4.id])
    await createFitment(id, clio5.id)
    await sql(`update vehicle_types set engine_code = 'EC5' where id = $1`, [iris.id])

    const told = await takenBack(run.id)

    assert.sameDeepMembers(told, [
      ['1.0 TCe 90', '*', 'used'],
      ['1.6 VTi', '*', 'changed'],
      ['Clio V', '*', 'used'],
      ['Iris', '*', 'used'],
      ['Wallys', '*', 'used'],
    ])
    const [kept] = await sql('select name, power_kw from vehicle_types where id = $1', [clio4.id])
    assert.deepEqual(kept, { name: '1.5 dCi 90', power_kw: 70 })
  })

  test('fitments go, with their rules; what staff and other rules say stays', async ({
    assert,
  }) => {
    for (const sku of ['A', 'B']) await createProduct({ sku })
    const [a] = await sql<{ id: number }>(`select id from products where sku = 'A'`)
    await addFitment(a.id, { make: 'renault', model: 'renault-clio-iv' }, STAFF)
    const before = [await fitmentList(), await rules()]
    const list =
      'sku,ktype,application,position,condition\nA,103,,,\nA,105,,avant,avec ABS\nB,,"Clio IV, K9K",,\nB,104,,,\n'
    const run = await imports.importing(list, { entity: 'fitments' })
    assert.deepEqual(run.counts, { created: 3, updated: 1, unchanged: 0, rejected: 0 })
    const imported = await fitmentList()
    assert.includeMembers(imported, ['A 103 *', 'A 105 front avec ABS *', 'B 102', 'B 104 *'])

    assert.deepEqual(await takenBack(run.id), [])

    assert.deepEqual([await fitmentList(), await rules()], before)
    const again = await imports.importing(list, { entity: 'fitments' })
    assert.deepEqual([again.counts, await fitmentList()], [run.counts, imported])
    const log = await sql<{ source: string; added: boolean }>(
      `select source, changes #> '{fitments,0}' = 'null' as added from audit_log
       where entity = 'products' and label = 'A' and cause like '%import:${run.id}' order by id`
    )
    assert.deepEqual(log, [
      { source: 'import', added: true },
      { source: 'job', added: false },
    ])
  })

  test('fitments by the hundred thousand go in batches', async ({ assert }) => {
    const [products, ktypes] = [repeats(500, 2_000), 50]
    await sql(`insert into brands (slug, name) values ('b', 'B')`)
    await sql(
      `insert into products (sku, slug, brand_id, name_fr)
       select 'F-' || n, 'f-' || n, b.id, 'Pièce' from generate_series(1, $1::int) n, brands b`,
      [products]
    )
    await sql(
      `insert into vehicle_types (model_id, name, body, fuel, produced_from, ktype)
       select min(m.id), 'T ' || n, 'sedan', 'petrol', '2015-01-01', 1000 + n
       from generate_series(1, $1::int) n, vehicle_models m group by n`,
      [ktypes]
    )
    const lines = ['sku,ktype']
    for (let n = 1; n <= products * ktypes; n++) {
      lines.push(`F-${1 + (n % products)},${1_001 + Math.floor((n - 1) / products)}`)
    }
    const run = await imports.importing(`${lines.join('\n')}\n`, { entity: 'fitments' })
    assert.equal(run.counts.created, products * ktypes)

    assert.deepEqual(await takenBack(run.id), [])

    assert.deepEqual(await sql('select 1 from fitments limit 1'), [])
    const transactions = await sql(
      `select distinct at from audit_log where cause = 'undo:import:${run.id}'`
    )
    assert.lengthOf(transactions, Math.ceil(products / 200))
  })

  test('numbers and what replaced them go; those that others gave stay', async ({ assert }) => {
    for (const sku of ['A', 'B']) await createProduct({ sku })
    const [a] = await sql<{ id: number }>(`select id from products where sku = 'A'`)
    await createNumber(a.id, 'oe', '77 01')
    const before = await numbers()
    const list = `sku,kind,number,owner,confidence,old_number,new_number
A,oe,7701,,60,,
A,oe,7702,,50,,
A,oe,7702,,70,,
B,cross,GDB1330,TRW,90,,
,,,,,4252.45,4252.46
`
    const run = await imports.importing(list, { entity: 'part-numbers' })
    assert.isAbove(run.counts.created, 1)
    assert.notDeepEqual(await numbers(), before)
    assert.lengthOf(await sql('select 1 from supersessions'), 1)

    assert.deepEqual(await takenBack(run.id), [])

    assert.deepEqual(await numbers(), before)
    assert.deepEqual(await sql('select 1 from supersessions'), [])
  })

  test('a number that another list has judged anew since is told and left alone', async ({
    assert,
  }) => {
    await createProduct({ sku: 'A' })
    const first = await imports.importing(
      'sku,kind,number,confidence\nA,oe,7701.5,60\nA,oe,7702,60\n',
      { entity: 'part-numbers' }
    )
    await imports.importing('sku,kind,number,confidence\nA,oe,7701.5,80\n', {
      entity: 'part-numbers',
    })
    assert.deepEqual(await takenBack(first.id), [['A', 'partNumbers.7701.5', '80']])
    assert.deepEqual(await sql(`select number, confidence from part_numbers where kind = 'oe'`), [
      { number: '7701.5', confidence: 80 },
    ])
  })
})
