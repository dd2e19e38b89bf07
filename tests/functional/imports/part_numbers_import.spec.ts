import { test } from '@japa/runner'
import iconv from 'iconv-lite'
import type { ImportResult } from '#app/imports/runs/carry_out_run'
import { sql } from '#app/platform/database/sql'
import { findNumbers } from '#app/references/find_numbers'
import { createBrand, createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { runCommand } from '#tests/support/imports'
import { temporaryFile } from '#tests/support/temporary_files'

const importing = async (path: string, ...args: string[]) => {
  const { output } = await runCommand('part-numbers:import', [path, '--json', ...args])
  const result = JSON.parse(output) as ImportResult & { error?: string }
  if (result.error) throw new Error(result.error)
  return result
}

const importedCounts = async (path: string, ...args: string[]) => {
  const result = await importing(path, ...args)
  return result.counts
}

const counts = (created: number, updated: number, unchanged: number, rejected = 0) => ({
  created,
  updated,
  unchanged,
  rejected,
  merged: 0,
})

const numbers = async () => {
  const rows = await sql<{ line: string }>(
    `select concat_ws(' ', p.sku, n.kind, nullif(n.owner, ''), n.number, n.confidence) as line
     from part_numbers n join products p on p.id = n.product_id
     where n.source <> 'test' order by p.sku, n.kind, n.owner_norm, n.number_norm`
  )
  return rows.map(({ line }) => line)
}

const supersessions = () =>
  sql('select owner, old_number as old, new_number as new from supersessions order by id')

test.group('Importing part numbers', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('truncate supersessions')
    for (const name of ['Bosch', 'Valeo']) {
      await createProduct({ sku: name, brand: await createBrand(name) })
    }
    await sql(
      `insert into part_numbers (product_id, kind, number, owner, source)
       select id, 'mpn', '0 986 1', sku, 'test' from products`
    )
  })

  test('numbers of every kind in French words, several in a cell; the same file changes nothing', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'numeros.csv',
      'sku;marque;part number;type;numéro;constructeur;confiance\n' +
        'Bosch;;;Origine;Renault:7701206379|PSA:4252.45;;\n' +
        ';bosch;09861;équivalence;GDB-1330;TRW;90\n' +
        'Bosch;;;OEM;77 01 206 379;Renault;\n' +
        'Valeo;;;code barre;3165140000012;;\n' +
        'Valeo;;;fabricant;V-1;;\n' +
        'Valeo;;;fournisseur;٧٧-أ;;\n'
    )
    assert.deepEqual(await importedCounts(path, '--supplier=Stafim'), counts(5, 0, 1))
    assert.deepEqual(await numbers(), [
      'Bosch cross TRW GDB-1330 90',
      'Bosch oe PSA 4252.45 100',
      'Bosch oe Renault 7701206379 100',
      'Valeo gtin 3165140000012 100',
      'Valeo mpn Valeo V-1 100',
      'Valeo supplier Stafim ٧٧-أ 100',
    ])
    assert.deepEqual(await importedCounts(path, '--supplier=Stafim'), counts(0, 0, 6))

    const surer = await temporaryFile(
      self,
      'sure.csv',
      'sku,kind,number,owner,confidence\nBosch,cross,GDB1330,TRW,60\n'
    )
    assert.deepEqual(await importedCounts(surer), counts(0, 1, 0))
    const matches = await findNumbers(['GDB1330'])
    assert.containSubset(matches, [{ kind: 'cross', owner: 'TRW', confidence: 60 }])
  })

  test('columns that say the kind, and interchanges in the shape of PIES', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'listes.csv',
      'sku;Réf origine;Équivalences;EAN\nBosch;Renault:1|2;TRW:3, ATE:4;31651400\n'
    )
    assert.deepEqual(await importedCounts(path), counts(1, 0, 0))
    const pies = await temporaryFile(
      self,
      'pies.csv',
      'PartNumber,Brand,CompetitorPartNumber,BrandID\n09861,Valeo,FIL12345,BQMC\n'
    )
    assert.deepEqual(await importedCounts(pies), counts(1, 0, 0))
    assert.deepEqual(await numbers(), [
      'Bosch cross ATE 4 100',
      'Bosch cross TRW 3 100',
      'Bosch gtin 31651400 100',
      'Bosch oe 2 100',
      'Bosch oe Renault 1 100',
      'Valeo cross BQMC FIL12345 100',
    ])
  })

  test('supersessions, cycles too: an old number finds what replaced it', async ({
    assert,
    test: self,
  }) => {
    await importing(await temporaryFile(self, 'oe.csv', 'sku;oe\nBosch;Renault:NEW-2\n'))
    const path = await temporaryFile(
      self,
      'remplacements.csv',
      'ancienne référence;nouvelle référence;constructeur\nOLD 1;NEW 1;Renault\nNEW 1;NEW 2;Renault\nNEW-2;OLD-1;Renault\nold.1;new.1;RENAULT\nX;x;PSA\n-;X;PSA\n;X;PSA\n'
    )
    const first = await importing(path)
    assert.deepEqual(first.counts, counts(3, 0, 1, 3))
    assert.deepEqual(
      first.rejected.map(({ line, reason }) => `${line} ${reason}`),
      [
        '6 new_number: «x» is the number it would replace',
        '7 number: «-» has no letter or digit',
        '8 old_number: what was replaced is missing',
      ]
    )
    assert.deepEqual(await supersessions(), [
      { owner: 'Renault', old: 'OLD 1', new: 'NEW 1' },
      { owner: 'Renault', old: 'NEW 1', new: 'NEW 2' },
      { owner: 'Renault', old: 'NEW-2', new: 'OLD-1' },
    ])
    assert.containSubset(await findNumbers(['OLD1']), [{ kind: 'superseded', number: 'NEW-2' }])
    assert.deepEqual(await importedCounts(path), counts(0, 0, 4, 3))
  })

  test('rows that say nothing usable are rejected with their line and a reason', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'bad.csv',
      [
        'sku;mpn;kind;number;confidence',
        'Bosch;;oe;--/.;',
        'Bosch;;oe;|;',
        'Bosch;;oe;77|--;',
        'Bosch;;;77;',
        'Bosch;;magie;77;',
        'Bosch;;gtin;123;',
        'Bosch;;oe;77;101',
        'Bosch;;oe;;',
        'Nobody;;oe;77;',
        ';09861;oe;77;',
        ';;oe;77;',
      ].join('\n')
    )
    const { rejected, counts: told } = await importing(path)
    assert.deepEqual(told, counts(0, 0, 0, 11))
    assert.deepEqual(
      rejected.map(({ line, reason }) => `${line} ${reason}`),
      [
        '2 number: «--/.» has no letter or digit',
        '3 number: «|» has no letter or digit',
        '4 number: «--» has no letter or digit',
        '5 kind: what «77» is must be said: oe, cross, supplier …',
        '6 kind: «magie» is not one of own, mpn, oe, cross, trade, gtin, supplier, superseded',
        '7 gtin: «123» is not 8 to 14 digits',
        '8 confidence: «101» is more than 100',
        '9 number: the row has none',
        '10 sku: there is no product «Nobody»',
        '11 mpn: «09861» is a number of several brands (Bosch, Valeo): say which',
        '12 the row names no part: it needs a sku, or brand and mpn',
      ]
    )
  })

  test('a Windows-1252 file, and a dry run that writes nothing', async ({ assert, test: self }) => {
    const text = 'sku;équivalences;propriétaire\r\nBosch;Béé-1;Ménard\r\n'
    const path = await temporaryFile(self, 'ancien.csv', iconv.encode(text, 'windows-1252'))
    assert.deepEqual(await importedCounts(path, '--dry-run'), counts(1, 0, 0))
    assert.deepEqual(await numbers(), [])
    assert.deepEqual(await importedCounts(path), counts(1, 0, 0))
    assert.deepEqual(await numbers(), ['Bosch cross Ménard Béé-1 100'])
    const wrong = await temporaryFile(self, 'prices.csv', 'sku;price\nA;1\n')
    await assert.rejects(
      () => importedCounts(wrong),
      /prices.csv does not look like a list of part numbers/
    )
  })
})
