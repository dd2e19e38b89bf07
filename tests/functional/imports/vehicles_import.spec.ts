import { test } from '@japa/runner'
import iconv from 'iconv-lite'
import type { ImportResult } from '#app/imports/runs/carry_out_run'
import { sql } from '#app/platform/database/sql'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { emptyFleet, fitmentList, smallFleet } from '#tests/support/fleet'
import { runCommand } from '#tests/support/imports'
import { temporaryFile } from '#tests/support/temporary_files'

const importing = async (command: string, path: string, ...args: string[]) => {
  const { output } = await runCommand(command, [path, '--json', ...args])
  const result = JSON.parse(output) as ImportResult & { error?: string }
  if (result.error) throw new Error(result.error)
  return result
}

const importedCounts = async (path: string, ...args: string[]) => {
  const result = await importing('vehicles:import', path, ...args)
  return result.counts
}

const counts = (created: number, updated: number, unchanged: number, rejected = 0) => ({
  created,
  updated,
  unchanged,
  rejected,
  merged: 0,
})

const models = () =>
  sql(
    `select k.name as make, m.name as model, m.name_ar as ar, m.chassis_codes as chassis, m.year_from as "from", m.year_to as "to",
       array(select alias from vehicle_aliases a where a.model_id = m.id order by alias collate "C") as aliases
     from vehicle_models m join vehicle_makes k on k.id = m.make_id order by m.id`
  )

const types = async () => {
  const rows = await sql<{ line: string }>(
    `select concat_ws(' ', m.name, '|', t.name, t.body, t.fuel, t.displacement_cc, t.power_kw, t.engine_code, t.produced_from, t.produced_to, t.ktype) as line
     from vehicle_types t join vehicle_models m on m.id = t.model_id order by t.id`
  )
  return rows.map(({ line }) => line)
}

const LIST = [
  'Marque;Modèle;Modèle arabe;Motorisation;Carrosserie;Énergie;Cylindrée;Puissance (ch);Code moteur;De;À;KType;Alias;Châssis',
  'Škoda;Fabia III (NJ3);فابيا 3;1.2 TSI 90;Berline;Essence;1 197 cm3;90;CJZC;2014-08;2021;5501;fabya|فابيا;NJ3, NJ5',
  'Škoda;Fabia III (NJ3);;1.4 TDI 90;break;Gazole;1422;90 ch;CUSB;08/2014;201806;5502;;',
  'Škoda;Octavia III;;2.0 TDI 150;Berline;diesel;1968;150;CKFC;2013-02-15;;5503;;',
  'Wallys;Iris;;1.6 VTi;SUV;essence;1598;114;;2019;;;;',
].join('\n')

test.group('Importing vehicles', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await emptyFleet()
  })

  test('makes, models, types, aliases and chassis codes are created, and the same file changes nothing', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'flotte.csv', LIST)
    const first = await importing('vehicles:import', path)
    assert.deepEqual(first.rejected, [])
    assert.deepEqual(first.counts, counts(4, 0, 0))
    assert.deepEqual(await models(), [
      {
        make: 'Škoda',
        model: 'Fabia III (NJ3)',
        ar: 'فابيا 3',
        chassis: ['NJ3', 'NJ5'],
        from: 2014,
        to: 2021,
        aliases: ['fabya', 'فابيا'],
      },
      {
        make: 'Škoda',
        model: 'Octavia III',
        ar: null,
        chassis: [],
        from: 2013,
        to: null,
        aliases: [],
      },
      { make: 'Wallys', model: 'Iris', ar: null, chassis: [], from: 2019, to: null, aliases: [] },
    ])
    assert.deepEqual(await types(), [
      'Fabia III (NJ3) | 1.2 TSI 90 sedan petrol 1197 66 CJZC 2014-08-01 2021-12-31 5501',
      'Fabia III (NJ3) | 1.4 TDI 90 estate diesel 1422 66 CUSB 2014-08-01 2018-06-30 5502',
      'Octavia III | 2.0 TDI 150 sedan diesel 1968 110 CKFC 2013-02-15 5503',
      'Iris | 1.6 VTi suv petrol 1598 84  2019-01-01',
    ])
    assert.deepEqual(await importedCounts(path), counts(0, 0, 4))
  })

  test('a K-type finds its vehicle under another name; without one, name, body, engine and power do', async ({
    assert,
    test: self,
  }) => {
    await smallFleet()
    const path = await temporaryFile(
      self,
      'change.csv',
      'make,model,type,fuel,kW,engine code,from,to,ktype\n' +
        'RENO,Clio 4,1.5 dCi 75 eco2,,,K9K 628,,2020,102\n' +
        'Renault,CLIO IV (BH_),1.5 DCI 90,,66,,,,\n' +
        'رينو,كليو 4,1.2 16v 75,essence,55,D4F,,2016,\n' +
        'Peugeot,208,1.6 HDi 92,diesel,68,DV6,2012,,205\n'
    )
    const first = await importing('vehicles:import', path)
    assert.deepEqual(first.rejected, [])
    assert.deepEqual(first.counts, counts(1, 1, 2))
    const lines = await types()
    assert.includeMembers(lines, [
      'Clio IV | 1.5 dCi 75 eco2 hatchback diesel 1461 55 K9K 628 2012-01-01 2020-12-31 102',
      'Clio IV | 1.5 dCi 90 hatchback diesel 1461 66 K9K 2012-01-01 2019-12-31 103',
      '208 | 1.6 HDi 92 other diesel 68 DV6 2012-01-01 205',
    ])
    assert.lengthOf(await models(), 5)
    assert.deepEqual(await importedCounts(path), counts(0, 0, 4))
  })

  test('rows of makes or models alone, with what customers call them', async ({
    assert,
    test: self,
  }) => {
    const makes = await temporaryFile(
      self,
      'makes.csv',
      'make;make_ar;aliases\nRenault;رينو;reno|renaut\nDacia;;\n'
    )
    assert.deepEqual(await importedCounts(makes), counts(2, 0, 0))
    assert.deepEqual(await importedCounts(makes), counts(0, 0, 2))
    const list = await temporaryFile(
      self,
      'models.csv',
      'make;model;from;to;aliases\nreno;Clio IV;2012;2019;Clio\nDacia;Logan;;;\n'
    )
    const { counts: told, rejected } = await importing('vehicles:import', list)
    assert.deepEqual(told, counts(1, 0, 0, 1))
    assert.deepEqual(rejected, [
      { line: 3, reason: 'from: the new model «Logan» needs the year it was first built' },
    ])
    const more = await temporaryFile(
      self,
      'more.csv',
      'make;model;from;to;aliases\nRenault;Clio 4;2011;;clio quatre\n'
    )
    assert.deepEqual(await importedCounts(more), counts(0, 1, 0))
    assert.containSubset(await models(), [
      { model: 'Clio IV', from: 2011, to: 2019, aliases: ['Clio', 'clio quatre'] },
    ])
  })

  test('a row for each year is one vehicle, and rows that are rejected write no make or model', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'years.csv',
      'vehicle_id,year,make,model,engine,fuel,alias\n4,2015,FORD,FORD MUSTANG,GT 5.0 L,GAS,stang\n5,2016,FORD,MUSTANG,GT 5.0 L,GAS,mustan\n6,2016,AUDI,A6,V6,,\n'
    )
    assert.deepEqual(await importedCounts(path), { ...counts(1, 0, 0, 1), merged: 1 })
    assert.deepEqual(await types(), ['MUSTANG | GT 5.0 L other petrol  2015-01-01 2016-12-31'])
    assert.deepEqual(await sql('select name from vehicle_makes'), [{ name: 'FORD' }])
    assert.containSubset(await models(), [{ aliases: ['mustan', 'stang'] }])
    assert.deepEqual(await importedCounts(path), { ...counts(0, 0, 1, 1), merged: 1 })
  })

  test('rules are expanded for vehicles that a later list adds or changes', async ({
    assert,
    test: self,
  }) => {
    await smallFleet()
    await createProduct({ sku: 'A' })
    await importing(
      'fitments:import',
      await temporaryFile(self, 'rules.csv', 'sku;application\nA;Clio IV K9K 2012-2019\n')
    )
    assert.deepEqual(await fitmentList(), ['A 102', 'A 103'])
    const path = await temporaryFile(
      self,
      'more.csv',
      'make;model;type;body;fuel;kw;engine_code;from;ktype\nRenault;Clio IV;1.5 dCi 110;break;diesel;81;K9K 646;2014;108\nRenault;Clio IV;1.5 dCi 90;;;;H9H;;103\n'
    )
    assert.deepEqual(await importedCounts(path), counts(1, 1, 0))
    assert.deepEqual(await fitmentList(), ['A 102', 'A 108'])
  })

  test('rows that are no vehicle are rejected with their line and a reason', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'bad.csv',
      [
        'make;model;type;body;fuel;cc;kw;from;to;ktype',
        ';Clio;x;;;;;;;',
        'Renault;;1.5 dCi;;;;;;;',
        'Renault;Clio;;;diesel;;;;;',
        'Renault;Clio;1.5 dCi;soucoupe;diesel;;;2012;;',
        'Renault;Clio;1.5 dCi;;charbon;;;2012;;',
        'Renault;Clio;1.5 dCi;;diesel;99999;;2012;;',
        'Renault;Clio;1.5 dCi;;diesel;;;12.2012.1;;',
        'Renault;Clio;1.5 dCi;;diesel;;;2012-13;;',
        'Renault;Clio;1.5 dCi;;diesel;;;2012;2011;',
        'Renault;Clio;1.5 dCi;;;;;2012;;',
        'وهم;Clio;1.5 dCi;;diesel;;;2012;;',
        'Renault;وهم;1.5 dCi;;diesel;;;2012;;',
        'Renault;Clio;1.5 dCi;;diesel;;;2012;;7',
        'Renault;Clio;1.6 dCi;;diesel;;;2012;;7',
      ].join('\n')
    )
    const { rejected, counts: told } = await importing('vehicles:import', path)
    assert.deepEqual(told, counts(1, 0, 0, 13))
    assert.deepEqual(
      rejected.map(({ line, reason }) => `${line} ${reason}`),
      [
        '2 make: a vehicle needs one',
        '3 model: a vehicle needs one',
        '4 type: a vehicle needs a name, such as 1.5 dCi 90',
        '5 body: «soucoupe» is not one of hatchback, sedan, estate, suv, van, pickup, mpv, coupe, convertible, truck, other',
        '6 fuel: «charbon» is not one of petrol, diesel, lpg, cng, hybrid, plug-in, electric, other',
        '7 cc: «99999» is more than 20000',
        '8 from: «12.2012.1» is no year, month or day, such as 2012, 2012-06 or 2012-06-30',
        '9 from: «2012-13» is no year, month or day, such as 2012, 2012-06 or 2012-06-30',
        '10 to: 2011 is before 2012',
        '11 fuel: a new vehicle needs one',
        '12 make: «وهم» is unknown: a new make needs a name in Latin letters',
        '13 model: «وهم» is unknown: a new model needs a name in Latin letters',
        '15 ktype: 7 is already on line 14',
      ]
    )
  })

  test('a Windows-1252 file, and a dry run that writes nothing', async ({ assert, test: self }) => {
    const text = 'marque;modèle;moteur;énergie;de\r\nCitroën;C-Élysée;1.6 HDi 92;gazole;2012\r\n'
    const path = await temporaryFile(self, 'ancien.csv', iconv.encode(text, 'windows-1252'))
    assert.deepEqual(await importedCounts(path, '--dry-run'), counts(1, 0, 0))
    assert.deepEqual(await models(), [])
    assert.deepEqual(await importedCounts(path), counts(1, 0, 0))
    assert.containSubset(await models(), [{ make: 'Citroën', model: 'C-Élysée' }])
    const [{ epoch }] = await sql<{ epoch: number }>(
      `select epoch from cache_epochs where tag = 'vehicles'`
    )
    assert.isAbove(epoch, 0)
    const wrong = await temporaryFile(self, 'parts.csv', 'sku;price\nA;1\n')
    await assert.rejects(
      () => importedCounts(wrong),
      /parts.csv does not look like a list of vehicles/
    )
  })
})
