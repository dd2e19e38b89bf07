import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { createBrand, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { catalogueChecksum, importCounts, productList, runCommand } from '#tests/support/imports'
import { temporaryFile } from '#tests/support/temporary_files'

const importing = (...args: string[]) => runCommand('catalogue:import', args)

test.group('catalogue:import', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('tells the four counts, and where rows went wrong', async ({ assert, test: self }) => {
    const path = await temporaryFile(self, 'list.csv', `${productList(3)}BAD,"x"y,1\n`)
    const { exitCode, output } = await importing(path)
    assert.equal(exitCode, 0)
    assert.include(output, 'Reading as CSV (,), utf-8, product list; decimal point')
    assert.include(output, 'line 5: text follows a closing quote')
    assert.include(output, 'created 3, updated 0, unchanged 0, rejected 1')
  })

  test('a file of which no row lands ends in failure', async ({ assert, test: self }) => {
    const { exitCode, output } = await importing(
      await temporaryFile(self, 'list.csv', 'sku,name,price\nA,Un,0\n')
    )
    assert.equal(exitCode, 1)
    assert.include(output, 'line 2: price: a price is more than 0')
    assert.include(output, 'rejected 1')
  })

  test('{name}: one line says what is wrong')
    .with([
      {
        name: 'list.xls',
        content: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        says: 'list.xls looks like an old Excel workbook (.xls): open it in a spreadsheet and save as XLSX',
      },
      { name: 'empty.csv', content: '', says: 'empty.csv is empty' },
      {
        name: 'header.csv',
        content: 'sku,name,price\n',
        says: 'header.csv has a header and no rows',
      },
      {
        name: 'suppliers.csv',
        content: 'Supplier ID;Name *\n1;Stafim\n',
        says: 'suppliers.csv looks like a list of suppliers: import the product list',
      },
      {
        name: 'cars.csv',
        content: 'make,model\nRenault,Clio\n',
        says: 'cars.csv looks like vehicles: run again with --entity=vehicles',
      },
      {
        name: 'notes.csv',
        content: 'date,remark\n1,2\n',
        says: 'notes.csv does not look like a list of products (columns: date, remark): it needs',
      },
    ])
    .run(async ({ assert, test: self }, { name, content, says }) => {
      const { exitCode, output } = await importing(await temporaryFile(self, name, content))
      assert.equal(exitCode, 1)
      assert.include(output, says)
      assert.notInclude(output, '\n')
      const [{ runs }] = await sql<{ runs: number }>(
        `select count(*)::int as runs from import_runs where file_name = $1 and state <> 'failed'`,
        [name]
      )
      assert.equal(runs, 0)
    })

  test('a missing file, entity, mapping or style is said in one line', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'list.csv', productList(1))
    const wrongs: [string[], RegExp][] = [
      [['/nowhere/list.csv'], /no such file/],
      [[path, '--entity=people'], /people cannot be imported/],
      [[dirname(path)], /is a directory: name a file in it/],
      [[path, '--mapping=/nowhere.json'], /no such file/],
      [[path, `--mapping=${dirname(path)}`], /is a directory: name a file in it/],
      [[path, `--mapping=${path}`], /is no mapping: write/],
      [[path, '--decimal=dot'], /--decimal is "point" \(1,234.50\) or "comma"/],
      [[path, '--delimiter=ab'], /a delimiter is one character/],
      [[path, '--encoding=klingon'], /klingon is no known encoding/],
      [[path, '--errors=/nowhere/errors.csv'], /no such file/],
    ]
    for (const [args, says] of wrongs) {
      const { exitCode, output } = await importing(...args)
      assert.equal(exitCode, 1, args.join(' '))
      assert.match(output, says)
    }
  })

  test('a dry run tells everything and writes nothing', async ({ assert, test: self }) => {
    await importCounts(await temporaryFile(self, 'before.csv', productList(10)))
    const before = await catalogueChecksum()
    const [{ runs }] = await sql<{ runs: number }>('select count(*)::int as runs from import_runs')

    const raised = productList(12, (index) => (index < 3 ? 20_000 : 10_000 + index))
    const path = await temporaryFile(self, 'after.csv', `${raised}BAD,,1\n`)
    const { output } = await importing(path, '--dry-run')
    assert.include(output, '3 prices change by more than 20 %, such as:')
    assert.include(output, 'line 2: SKU-0 10.000 → 20.000')
    assert.include(
      output,
      'dry run, nothing was written: created 2, updated 3, unchanged 7, rejected 1'
    )
    assert.equal(await catalogueChecksum(), before)
    assert.deepEqual(await sql('select count(*)::int as runs from import_runs'), [{ runs }])
    assert.deepEqual(await importCounts(path), {
      created: 2,
      updated: 3,
      unchanged: 7,
      rejected: 1,
      merged: 0,
    })
  })

  test('rejected rows go to a file that can be corrected and imported', async ({
    assert,
    test: self,
  }) => {
    const text = 'sku,name,price\nA,"Un, deux",1\nB,=Deux,0\nC,"x"y,1\nD,,4\n'
    const path = await temporaryFile(self, 'list.csv', text)
    const errors = join(dirname(path), 'errors.csv')
    await importing(path, `--errors=${errors}`)
    assert.equal(
      await readFile(errors, 'utf8'),
      'line,reason,sku,name,price\n' +
        "3,price: a price is more than 0,B,'=Deux,0\n" +
        '4,text follows a closing quote (quotes inside a cell are written twice),"C,""x""y,1"\n' +
        '5,name: a new product needs one,D,,4\n'
    )
    const corrected = 'line,reason,sku,name,price\n3,,B,Deux,7\n'
    assert.containSubset(await importCounts(await temporaryFile(self, 'again.csv', corrected)), {
      created: 1,
      rejected: 0,
    })
  })

  test('rejected rows of JSONL keep nested keys, and keys that only late objects have', async ({
    assert,
    test: self,
  }) => {
    const object = (n: number, more = {}) =>
      JSON.stringify({ sku: `A${n}`, titre: { fr: `Nom ${n}` }, price: 1, ...more })
    const lines = Array.from({ length: 300 }, (_, n) => object(n))
    lines.push(object(300, { price: 0, marque: { nom: 'Bosch' }, stock: 4 }), '{"sku":')
    const path = await temporaryFile(self, 'list.jsonl', lines.join('\n'))
    const mapping = await temporaryFile(
      self,
      'mapping.json',
      '{"titre.fr":"name","marque.nom":"brand"}'
    )
    const errors = join(dirname(path), 'errors.csv')
    await importing(path, `--errors=${errors}`, `--mapping=${mapping}`)
    assert.equal(
      await readFile(errors, 'utf8'),
      'line,reason,sku,titre.fr,price,marque.nom,stock\n' +
        '301,price: a price is more than 0,A300,Nom 300,0,Bosch,4\n' +
        '302,the line is not a JSON object,"{""sku"":"\n'
    )
    const text = await readFile(errors, 'utf8')
    const corrected = await temporaryFile(self, 'again.csv', text.replace(',0,Bosch', ',9,Bosch'))
    assert.containSubset(await importCounts(corrected, `--mapping=${mapping}`), { created: 1 })
    assert.deepEqual(
      await sql(
        `select name_fr, b.slug as brand from products p join brands b on b.id = brand_id where sku = 'A300'`
      ),
      [{ name_fr: 'Nom 300', brand: 'bosch' }]
    )
  })

  test('prices that move by more than 30 % are told, and taken where nobody can be asked', async ({
    assert,
    test: self,
  }) => {
    await importing(await temporaryFile(self, 'before.csv', productList(3)))
    const path = await temporaryFile(
      self,
      'after.csv',
      productList(3, (index) => (index < 2 ? 20_000 : 10_000 + index))
    )
    const dry = await importing(path, '--dry-run')
    assert.include(dry.output, '2 prices change by more than 20 %')
    const { exitCode, output } = await importing(path)
    assert.equal(exitCode, 0)
    assert.include(output, 'created 0, updated 2, unchanged 1, rejected 0')
  })

  test('a mapping names columns, leaves some out, and overrules what a list looks like', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'liste.csv',
      'Supplier ID;Artikel;Betrag;name\nX1;Bremse;12,5;ignored\n'
    )
    const mapping = await temporaryFile(
      self,
      'mapping.json',
      '{"Supplier ID":"sku","Artikel":"name","Betrag":"price","name":""}'
    )
    await importing(path, `--mapping=${mapping}`, '--decimal=comma')
    assert.deepEqual(await sql('select sku, name_fr, price from products'), [
      { sku: 'X1', name_fr: 'Bremse', price: 12_500 },
    ])
  })

  test('the number of a supplier’s list belongs to the supplier', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'list.csv',
      'sku,name,price,Réf fournisseur\nA,Un,1,S-77\n'
    )
    await importing(path, '--supplier=Stafim')
    assert.deepEqual(await sql(`select owner, number from part_numbers where kind = 'supplier'`), [
      { owner: 'Stafim', number: 'S-77' },
    ])
  })

  test('brands: names and texts, the same again changes nothing', async ({
    assert,
    test: self,
  }) => {
    const text =
      'Manufacturer ID;Active (0/1);Name *;Description;Image URL\n1;1;Bosch;"<p>Depuis\n1886</p>";http://x.tn/b.png\n2;1;bosch;x;\n3;1;;x;\n'
    const path = await temporaryFile(self, 'brands.csv', text)
    assert.deepEqual(await importCounts(path, '--entity=brands'), {
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: 2,
      merged: 0,
    })
    assert.deepEqual(await importCounts(path, '--entity=brands'), {
      created: 0,
      updated: 0,
      unchanged: 1,
      rejected: 2,
      merged: 0,
    })
    assert.deepEqual(await sql('select slug, name, description_fr, logo_path from brands'), [
      {
        slug: 'bosch',
        name: 'Bosch',
        description_fr: 'Depuis\n1886',
        logo_path: 'http://x.tn/b.png',
      },
    ])
  })

  test('brands: the products of one that is spelled anew are found by it', async ({
    assert,
    test: self,
  }) => {
    const product = await createProduct({ brand: await createBrand('4 7 Racing') })
    const path = await temporaryFile(self, 'brands.csv', 'name\n4.7 Racing\n')
    const { updated } = await importCounts(path, '--entity=brands')
    assert.equal(updated, 1)
    const words = await sql<{ term: string }>(
      'select unnest(terms) as term from search_documents where product_id = $1',
      [product.id]
    )
    assert.include(
      words.map(({ term }) => term),
      '4.7'
    )
  })

  test('categories: parents by name, by number, by path, in the file or in the catalogue', async ({
    assert,
    test: self,
  }) => {
    const text =
      'Category ID;Name *;Parent category;Nom arabe\n12;Tambours;11;\n10;Freinage;Home;الفرامل\n11;Mâchoires;Freinage;\n13;Lost;Nowhere;\n14;Plaquettes;Freinage > Avant;\n'
    const path = await temporaryFile(self, 'categories.csv', text)
    assert.deepEqual(await importCounts(path, '--entity=categories'), {
      created: 4,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      merged: 0,
    })
    assert.deepEqual(await importCounts(path, '--entity=categories'), {
      created: 0,
      updated: 0,
      unchanged: 4,
      rejected: 1,
      merged: 0,
    })
    const slugs = await sql<{ slug: string }>('select slug from categories order by slug')
    assert.deepEqual(
      slugs.map(({ slug }) => slug),
      [
        'freinage',
        'freinage/avant',
        'freinage/avant/plaquettes',
        'freinage/machoires',
        'freinage/machoires/tambours',
      ]
    )
    const more = await temporaryFile(self, 'more.csv', 'name,parent,position\nCâbles,Tambours,3\n')
    assert.containSubset(await importCounts(more, '--entity=categories'), { created: 1 })
    assert.deepEqual(await sql(`select slug, position from categories where name_fr = 'Câbles'`), [
      { slug: 'freinage/machoires/tambours/cables', position: 3 },
    ])
  })

  test('search has a new name of a category at once', async ({ assert, client, test: self }) => {
    await importCounts(await temporaryFile(self, 'list.csv', productList(3)))
    const named = await temporaryFile(self, 'named.csv', 'name,name_ar\nFreinage,الكبحيات\n')
    assert.containSubset(await importCounts(named, '--entity=categories'), { updated: 1 })
    await seeChanges()
    const response = await client.get('/api/v1/search').qs({ q: 'كبحيات' })
    assert.lengthOf(response.body().data, 3)
  })
})

test.group('catalogue:export', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('export.{$self}: an import of it changes nothing')
    .with(['csv', 'tsv', 'jsonl', 'xlsx', 'csv.gz', 'xlsx.gz'])
    .run(async ({ assert, test: self }, extension) => {
      await importCounts(await temporaryFile(self, 'list.csv', productList(25)))
      await createProduct({
        sku: "'=DANGER",
        nameFr: '=cmd()',
        price: null,
        status: 'draft',
        attributes: { note: 'a|b\\c' },
      })
      await sql(
        `insert into part_numbers (product_id, kind, owner, number) select id, 'oe', 'A:B, Inc', 'X:1' from products where sku = 'SKU-1'
         union all select id, 'cross', '', 'Y:2' from products where sku = 'SKU-1'
         union all select id, 'own', '', sku from products where sku like '%DANGER'`
      )
      await sql(
        `update products set description_fr = '<b>1 < 2</b>', compare_at_price = 1, name_ar = 'طقم ,;|' where sku = 'SKU-2'`
      )
      const before = await catalogueChecksum()

      const path = await temporaryFile(self, `export.${extension}`)
      const { exitCode } = await runCommand('catalogue:export', [path])
      assert.equal(exitCode, 0)
      assert.deepEqual(await importCounts(path), {
        created: 0,
        updated: 0,
        unchanged: 26,
        rejected: 0,
        merged: 0,
      })
      assert.equal(await catalogueChecksum(), before)
    })

  test('an export gives a whole catalogue back', async ({ assert, test: self }) => {
    await importCounts(await temporaryFile(self, 'list.csv', productList(25)))
    const before = await catalogueChecksum()
    const path = await temporaryFile(self, 'export.csv')
    await runCommand('catalogue:export', [path])
    await emptyCatalogue()
    assert.containSubset(await importCounts(path), { created: 25 })
    assert.equal(await catalogueChecksum(), before)
  })

  test('filters leave products out', async ({ assert, test: self }) => {
    await importCounts(await temporaryFile(self, 'list.csv', productList(25)))
    await sql(`update products set status = 'archived' where sku = 'SKU-0'`)
    const path = await temporaryFile(self, 'export.csv')
    const lines = async (...filters: string[]) => {
      await runCommand('catalogue:export', [path, ...filters])
      const text = await readFile(path, 'utf8')
      return text.trim().split('\n').length - 1
    }
    assert.equal(await lines('--brand=maker-0,maker-1'), 8)
    assert.equal(await lines('--category=freinage'), 25)
    assert.equal(await lines('--category=freinage/rayon-10'), 2)
    assert.equal(await lines('--status=archived', '--brand=maker-0'), 1)
    assert.equal(await lines('--status=draft'), 0)
  })

  test('a filter that means nothing is said in one line, and writes no file', async ({
    assert,
    test: self,
  }) => {
    await importCounts(await temporaryFile(self, 'list.csv', productList(3)))
    const folder = dirname(await temporaryFile(self, 'list.csv'))
    const wrongs = [
      ['--status=activ', 'activ is no status: use draft, active, archived'],
      [
        '--category=frenage',
        'frenage is no category: use its slug, such as freinage/plaquettes-de-frein',
      ],
      ['--brand=maker-0,nobody', 'nobody is no brand: use its slug, such as bosch'],
    ]
    for (const [flag, says] of wrongs) {
      const { exitCode, output } = await runCommand('catalogue:export', [
        join(folder, 'export.csv'),
        flag,
      ])
      assert.equal(exitCode, 1)
      assert.include(output, says)
      assert.notInclude(output, '\n')
    }
    assert.deepEqual(await readdir(folder), ['list.csv'])
  })

  test('as documented, standard output carries the list alone', async ({ assert, test: self }) => {
    await importCounts(await temporaryFile(self, 'list.csv', productList(3)))
    const { stdout } = await promisify(execFile)(
      'npm',
      ['run', '-s', 'ace', '--', 'catalogue:export'],
      { cwd: app.makePath() }
    )
    const [header, ...rows] = stdout.trim().split('\n')
    assert.match(header, /^\ufeff?sku,name,/)
    assert.lengthOf(rows, 3)
    const documented = await readFile(app.makePath('docs/imports.md'), 'utf8')
    assert.include(documented, 'npm run -s ace -- catalogue:export > catalogue.csv')
  })
})
