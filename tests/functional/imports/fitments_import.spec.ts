import { test } from '@japa/runner'
import iconv from 'iconv-lite'
import type { ImportResult } from '#app/imports/runs/carry_out_run'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createBrand, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { fitmentList, smallFleet } from '#tests/support/fleet'
import { runCommand } from '#tests/support/imports'
import { temporaryFile } from '#tests/support/temporary_files'

const importing = async (path: string, ...args: string[]) => {
  const { output } = await runCommand('fitments:import', [path, '--json', ...args])
  const result = JSON.parse(output) as ImportResult & { error?: string }
  if (result.error) throw new Error(result.error)
  return result
}

const importedCounts = async (path: string) => {
  const result = await importing(path)
  return result.counts
}

const counts = (created: number, updated: number, unchanged: number, rejected = 0) => ({
  created,
  updated,
  unchanged,
  rejected,
  merged: 0,
})

test.group('Importing fitments', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await smallFleet()
    const brand = await createBrand('Bosch')
    for (const sku of ['A', 'B']) await createProduct({ sku, brand })
    await sql(
      `insert into part_numbers (product_id, kind, number, owner) select id, 'mpn', '0 986 ' || sku, 'Bosch' from products`
    )
  })

  test('rows with a K-type become fitments without a rule, and the same file changes nothing', async ({
    assert,
    test: self,
  }) => {
    const text =
      'sku;ktype;position;condition\nA;102;Avant;\nA;103;av. gauche;avec ABS\nB;102;AV/AR;avec ABS\nA;102;avant;\n'
    const path = await temporaryFile(self, 'fit.csv', text)
    const first = await importing(path)
    assert.deepEqual(first.counts, counts(3, 0, 1))
    assert.deepEqual(await fitmentList(), [
      'A 102 front *',
      'A 103 front-left avec ABS *',
      'B 102 avec ABS *',
    ])
    assert.deepEqual(await sql('select count(*)::int as n from fit_conditions'), [{ n: 2 }])
    const again = await importing(path)
    assert.deepEqual(again.counts, counts(0, 0, 4))
  })

  test('«{text}» fits {ktypes}')
    .with([
      { text: 'Clio IV, K9K, 2012–2019', ktypes: '102 103' },
      { text: 'Renault Clio 4 1.5 dCi', ktypes: '102 103' },
      { text: 'Clio4 1,5 dci 90', ktypes: '103' },
      { text: 'CLIO IV (BH_) 1.5 dCi 66 kW', ktypes: '103' },
      { text: 'Clio quatre essence', ktypes: '104' },
      { text: 'Clio K9K depuis 2013', ktypes: '102 103' },
      { text: 'Clio 1.5 dCi', ktypes: '101 102 103' },
      { text: 'reno كليو 4 ديزل', ktypes: '102 103' },
      { text: 'Peugeot 2008 2014', ktypes: '106' },
      { text: 'Peugeot 208 2008-2014', ktypes: '105' },
      { text: 'Renault K9K 2010-2011', ktypes: '101' },
      { text: 'Clio III K9K|Logan II 1.5 dCi', ktypes: '101 107' },
      { text: 'Fits 2014 Peugeot 208 1.6L DIESEL', ktypes: '105' },
      { text: 'Clio IV 1461 cm3 90 ch', ktypes: '103' },
    ])
    .run(async ({ assert, test: self }, { text, ktypes }) => {
      const path = await temporaryFile(self, 'rules.csv', `sku;application\nA;${text}\n`)
      const first = await importing(path)
      assert.deepEqual(first.rejected, [])
      const fits = await fitmentList()
      assert.equal(fits.map((line) => line.slice(2)).join(' '), ktypes)
      const again = await importing(path)
      assert.deepEqual(again.counts, counts(0, 0, 1))
    })

  test('words of an application that are nothing else become its condition, places its position', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'rules.csv',
      'sku;application;position;note\nA;Clio IV 1.2 16V, avant, sans ABS;;\nB;"Clio III\nPeugeot 208 jusqu’à 2015";arrière;à droite du châssis 5\n'
    )
    const { counts: told } = await importing(path)
    assert.deepEqual(told, counts(2, 0, 0))
    assert.deepEqual(await fitmentList(), [
      'A 104 front sans ABS',
      'B 101 rear à droite du châssis 5',
      'B 105 rear à droite du châssis 5',
    ])
  })

  test('columns make, model, engine, fuel, power and years are a rule', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'rules.csv',
      'marque;part number;constructeur;modèle;moteur;carburant;puissance (kW);année de;année à\n' +
        'bosch;0986-A;رينو;Clio IV;;gazole;66;2013;2015\nBosch;0986B;RENO;clio 4;D4F;;;;\n'
    )
    const { counts: told, rejected } = await importing(path, '--supplier=Stafim')
    assert.deepEqual(rejected, [])
    assert.deepEqual(told, counts(2, 0, 0))
    assert.deepEqual(await fitmentList(), ['A 103', 'B 104'])
    assert.deepEqual(await sql('select distinct source from fitment_rules'), [{ source: 'Stafim' }])
  })

  test('«marque» beside a model is that of the car when the part has a SKU', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'voitures.csv',
      'sku;marque;modèle;kW\nA;Peugeot;208;68\n'
    )
    assert.deepEqual(await importedCounts(path), counts(1, 0, 0))
    assert.deepEqual(await fitmentList(), ['A 105'])
  })

  test('make, model and type name vehicles outright', async ({ assert, test: self }) => {
    const path = await temporaryFile(
      self,
      'types.csv',
      'sku,make,model,type\nA,Renault,Clio IV,1.5 dCi 90\nB,Renault,Clio IV,1.5 dCi 95\n'
    )
    const { counts: told, rejected } = await importing(path)
    assert.deepEqual(told, counts(1, 0, 0, 1))
    assert.deepEqual(await fitmentList(), ['A 103 *'])
    assert.match(
      rejected[0].reason,
      /^type: Clio IV has no «1.5 dCi 95»; known are 1.5 dCi 75, 1.5 dCi 90/
    )
  })

  test('lists in the shape of ACES and TecDoc map by themselves', async ({
    assert,
    test: self,
  }) => {
    const aces = await temporaryFile(
      self,
      'aces.csv',
      'Year,Make,Model,Part,PartType,Qty,Position,Qual,Note\n2014,Peugeot,208,0986-A,1684,1,Front,with ABS,until 06/2015\n'
    )
    assert.deepEqual(await importedCounts(aces), counts(1, 0, 0))
    const tecdoc = await temporaryFile(
      self,
      'tecdoc.csv',
      'ArtNr;DLNr;KTypNr;GenArt\n0986 B;30;106;402\n'
    )
    assert.deepEqual(await importedCounts(tecdoc), counts(1, 0, 0))
    assert.deepEqual(await fitmentList(), ['A 105 front with ABS ; until 06/2015', 'B 106 *'])

    const vcdb = await temporaryFile(
      self,
      'vcdb.csv',
      'Application id,BaseVehicleid,Part\n1,361,0986A\n'
    )
    await assert.rejects(() => importing(vcdb), /vcdb.csv names vehicles by their numbers in VCdb/)
    const prices = await temporaryFile(self, 'prices.csv', 'sku,price\nA,1\n')
    await assert.rejects(
      () => importing(prices),
      /prices.csv does not look like a list of fitments/
    )
  })

  test('ACES: engine bases by their litres, equipment, places in full and pieces per car', async ({
    client,
    assert,
    test: self,
  }) => {
    const aces = await temporaryFile(
      self,
      'aces.csv',
      [
        'Year,Make,Model,SubModel,EngineBase,Part,Qty,Position',
        '2014,Renault,Clio IV,,L4-1.5L,0986-A,2,Front Upper',
        '2014,Renault,Clio IV,Active,,0986-B,,Rear Left Inner',
        '2014,Renault,Clio IV,1.2 16V 75,,0986-A,1,Intermediate',
        '2014,Peugeot,208,,L4-1.6L,0986-B,4,Center',
        '2014,Peugeot,208,,V8-5.0L,0986-B,4,Outer',
        '2014,Peugeot,208,,,0986-B,1001,Outer',
      ].join('\n')
    )
    const { rejected } = await importing(aces)
    assert.deepEqual(
      rejected.map(({ line, reason }) => `${line} ${reason.slice(0, 34)}`),
      ['6 engine: «V8-5.0L» is no engine of ', '7 quantity: «1001» is more than 1000']
    )
    assert.deepEqual(await fitmentList(), [
      'A 102 front-upper',
      'A 103 front-upper',
      'A 104 intermediate *',
      'B 102 rear-left-inner Active',
      'B 103 rear-left-inner Active',
      'B 104 rear-left-inner Active',
      'B 105 center',
    ])
    await sql('select refresh_product_listings(null)')
    await seeChanges()
    const [{ slug }] = await sql<{ slug: string }>(`select slug from products where sku = 'A'`)
    const response = await client.get(`/api/v1/products/${slug}/fitments`)
    assertDescribed('/api/v1/products/{slug}/fitments', 'get', response)
    assert.deepEqual(
      response
        .body()
        .data.map(({ quantity }: { quantity: number }) => quantity)
        .sort(),
      [1, 2, 2]
    )
    assert.deepEqual(await importedCounts(aces), counts(0, 0, 4, 2))
  })

  test('rows that name nothing known are rejected with their line, a reason and what is near', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'bad.csv',
      [
        'sku;mpn;brand;ktype;make;model;engine;fuel;year_from;year_to;position;application',
        'Z;;;102;;;;;;;;',
        ';;;102;;;;;;;;',
        ';0986A;Bosh;102;;;;;;;;',
        ';0986Z;Bosch;102;;;;;;;;',
        'A;;;999;;;;;;;;',
        'A;;;x;;;;;;;;',
        'A;;;;Renaul;Clio IV;;;;;;',
        'A;;;;Renault;Cleo IV;;;;;;',
        'A;;;;Renault;;;;;;;',
        'A;;;;Renault;Clio IV;1.4 dCi;;;;;',
        'A;;;;Renault;Clio IV;;charbon;;;;',
        'A;;;;Renault;Clio IV;;;2019;2012;;',
        'A;;;;Renault;Clio IV;;;2020;2023;;',
        'A;;;102;;;;;;;dessous;',
        'A;;;;;;;;;;;Cloi IV K9K',
        'A;;;;;;;;;;;',
      ].join('\n')
    )
    const { rejected, counts: told } = await importing(path)
    assert.equal(told.rejected, 16)
    assert.deepEqual(
      rejected.map(({ line, reason }) => `${line} ${reason}`),
      [
        '2 sku: there is no product «Z»',
        '3 the row names no part: it needs a sku, or brand and mpn',
        '4 brand: there is no brand «Bosh»',
        '5 mpn: there is no product «0986Z» of Bosch',
        '6 ktype: there is no vehicle «999»',
        '7 ktype: «x» is not a whole number',
        '8 make: «Renaul» is unknown; known are Renault',
        '9 model: Renault has no model «Cleo IV»; known are Clio IV, Clio III',
        '10 a whole make is too much: name a model or an engine code',
        '11 engine: «1.4 dCi» is no engine of Clio IV; known are 1.5 dCi 75, 1.5 dCi 90',
        '12 fuel: «charbon» is not one of petrol, diesel, lpg, cng, hybrid, plug-in, electric, other',
        '13 year_to: 2012 is before 2019',
        '14 years: 2020–2023 is outside of Clio IV 2012–2019',
        '15 position: «dessous» is not made of front, rear, left, right, upper, lower, inner, outer, center, intermediate (avant, arrière, gauche, droite …)',
        '16 application: «Cloi IV K9K» names no known model; known are Renault Clio IV, Renault Clio III',
        '17 the row names no vehicle: it needs a ktype, make and model, or an application',
      ]
    )
    assert.deepEqual(await fitmentList(), [])
  })

  test('a rule is expanded again when a vehicle is added later', async ({ assert, test: self }) => {
    const path = await temporaryFile(self, 'rules.csv', 'sku;application\nA;Clio IV K9K\n')
    await importing(path)
    await sql(
      `insert into vehicle_types (model_id, name, body, fuel, power_kw, engine_code, produced_from, ktype)
       select id, '1.5 dCi 110', 'hatchback', 'diesel', 81, 'K9K 628', '2014-01-01', 108 from vehicle_models where slug = 'renault-clio-iv'`
    )
    const { counts: told } = await importing(path)
    assert.deepEqual(told, counts(0, 0, 1))
    assert.deepEqual(await fitmentList(), ['A 102', 'A 103', 'A 108'])
  })

  test('what a list names outright stays when it was made by a rule before', async ({
    assert,
    test: self,
  }) => {
    await importing(await temporaryFile(self, 'rules.csv', 'sku;application\nA;Clio IV 1.2 16V\n'))
    const path = await temporaryFile(self, 'direct.csv', 'sku;ktype\nA;104\n')
    assert.deepEqual(await importedCounts(path), counts(0, 1, 0))
    await sql('delete from fitment_rules')
    assert.deepEqual(await fitmentList(), ['A 104 *'])
  })

  test('a Windows-1252 file with accents, and a dry run that writes nothing', async ({
    assert,
    test: self,
  }) => {
    const text = 'sku;application;côté;remarque\r\nA;Clio IV K9K;arrière;équipé d’ABS\r\n'
    const path = await temporaryFile(self, 'ancien.csv', iconv.encode(text, 'windows-1252'))
    const dry = await importing(path, '--dry-run')
    assert.deepEqual(dry.counts, counts(1, 0, 0))
    assert.deepEqual(
      await sql(
        'select (select count(*) from fitments) + (select count(*) from fitment_rules) + (select count(*) from fit_conditions where id > 0) as n'
      ),
      [{ n: 0 }]
    )
    await importing(path)
    assert.deepEqual(await fitmentList(), ['A 102 rear équipé d’ABS', 'A 103 rear équipé d’ABS'])
  })

  test('cached answers end with the import that makes them wrong', async ({
    assert,
    test: self,
  }) => {
    const epoch = () =>
      sql<{ epoch: number }>(`select epoch from cache_epochs where tag = 'catalogue'`)
    const before = await epoch()
    const path = await temporaryFile(self, 'fit.csv', 'sku;ktype\nA;102\n')
    await importing(path)
    const after = await epoch()
    assert.isAbove(after[0].epoch, before[0].epoch)
    await importing(path)
    assert.deepEqual(await epoch(), after)
  })
})
