import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { createProduct as createWritten } from '#app/catalogue/products/write_product'
import { createBrand, createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { catalogueChecksum, importCounts, productList } from '#tests/support/imports'
import { TESTING } from '#tests/support/staff'
import { temporaryFile } from '#tests/support/temporary_files'

const counts = (created: number, updated: number, unchanged: number, rejected = 0, merged = 0) => ({
  created,
  updated,
  unchanged,
  rejected,
  merged,
})

const product = async (sku: string) => {
  const [row] = await sql<Record<string, unknown>>(
    `select p.name_fr as name, p.name_ar, p.mpn, p.price, p.status, p.gtin, p.description_fr as description,
       brand.slug as brand, c.slug as category, coalesce(s.on_hand, 0) as stock, p.version,
       (select array_agg(kind || ' ' || owner || ' ' || number order by kind, number) from part_numbers n where n.product_id = p.id) as numbers
     from products p join brands brand on brand.id = p.brand_id left join categories c on c.id = p.category_id
     left join stock_levels s on s.product_id = p.id where p.sku = $1`,
    [sku]
  )
  return row
}

/** One value of a product, such as `SKU-1 name`. */
const value = async (sku: string, column: string) => {
  const row = await product(sku)
  return row[column]
}

test.group('Importing products', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('a row becomes a product with all that belongs to it, and the same file changes nothing', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'list.csv', productList(30))
    assert.deepEqual(await importCounts(path), counts(30, 0, 0))
    assert.containSubset(await product('SKU-12'), {
      name: 'Plaquettes, série 12',
      name_ar: 'بلاكات 12',
      brand: 'maker-5',
      category: 'freinage/rayon-1',
      price: 10_012,
      status: 'active',
      stock: 12,
      numbers: [
        'gtin  3165140000012',
        'mpn Maker 5 M12',
        'oe PSA 4212',
        'oe Renault 7712',
        'own  SKU-12',
      ],
    })
    const before = await catalogueChecksum()
    assert.deepEqual(await importCounts(path), counts(0, 0, 30))
    assert.equal(await catalogueChecksum(), before)
  })

  test('products that were imported are in the shop, and their price history says from which import', async ({
    assert,
    client,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'list.csv', productList(3))
    await importCounts(path)
    const response = await client.get('/api/v1/products?sortBy=price')
    assert.lengthOf(response.body().data, 3)
    const history = await sql<{ actor: string; import_id: number; run: number }>(
      `select h.actor, h.import_id, r.id as run from price_changes h join import_runs r on r.id = h.import_id`
    )
    assert.lengthOf(history, 3)
    for (const { actor, run } of history) assert.equal(actor, `import:${run}`)
  })

  test('rows whose names and SKUs run into one address get addresses of their own, as in the back office', async ({
    assert,
    test: self,
  }) => {
    const brand = await createBrand('Bosch')
    await createProduct({ sku: 'HUILE-BOSCH-1234', nameFr: 'Filtre à', brand })
    const written = await createWritten(
      { sku: 'A-HUILE-BOSCH-1234', name: 'Filtre', brand: brand.slug },
      TESTING
    )
    await sql('delete from products where id = $1', [written.id])

    const text =
      'sku,name,brand,price\nBOSCH-1234,Filtre à huile,Bosch,9\n1234,Filtre à huile Bosch,Bosch,8\n' +
      'A-HUILE-BOSCH-1234,Filtre,Bosch,7\nOTHER,Bougie,Bosch,6\n'
    const path = await temporaryFile(self, 'list.csv', text)
    assert.deepEqual(await importCounts(path), counts(4, 0, 0))
    const slugs = await sql<{ sku: string; slug: string }>('select sku, slug from products')
    assert.equal(new Set(slugs.map(({ slug }) => slug)).size, 5)
    for (const { sku, slug } of slugs) {
      const plain = sku === 'OTHER' ? 'bougie-other' : 'filtre-a-huile-bosch-1234'
      if (['OTHER', 'HUILE-BOSCH-1234'].includes(sku)) assert.equal(slug, plain)
      else assert.match(slug, new RegExp(`^${plain}-[0-9a-f]{6}$`))
    }
    const again = slugs.find(({ sku }) => sku === written.sku)
    assert.equal(again?.slug, written.slug)
    assert.deepEqual(await importCounts(path), counts(0, 0, 4))
  })

  test('of rows of one address the first has the plain one', async ({ assert, test: self }) => {
    const text =
      'sku,name,price\n1234,Filtre à huile Bosch,8\nBOSCH-1234,Filtre à huile,9\nA-HUILE-BOSCH-1234,Filtre,9\n'
    await importCounts(await temporaryFile(self, 'list.csv', text))
    const [first, ...others] = await sql<{ slug: string }>('select slug from products order by id')
    assert.equal(first.slug, 'filtre-a-huile-bosch-1234')
    for (const { slug } of others) assert.match(slug, /^filtre-a-huile-bosch-1234-[0-9a-f]{6}$/)
  })

  test('columns that a file lacks, and cells that are empty, keep their values', async ({
    assert,
    test: self,
  }) => {
    await importCounts(await temporaryFile(self, 'all.csv', productList(2)))
    const path = await temporaryFile(
      self,
      'prices.csv',
      'sku,price,name,stock\nSKU-0,99.5,,\nSKU-1,10.001,Autre nom,0\n'
    )
    assert.deepEqual(await importCounts(path), counts(0, 2, 0))
    assert.containSubset(await product('SKU-0'), {
      name: 'Plaquettes, série 0',
      price: 99_500,
      gtin: '3165140000000',
      stock: 0,
      version: 2,
    })
    assert.containSubset(await product('SKU-1'), {
      name: 'Autre nom',
      price: 10_001,
      stock: 0,
      category: 'freinage/rayon-1',
    })
  })

  test('stock is brought to the file’s figure by movements, never below what is reserved', async ({
    assert,
    test: self,
  }) => {
    await createProduct({ sku: 'A', stock: 5 })
    await createProduct({ sku: 'B', stock: 5 })
    await sql(
      `update stock_levels set reserved = 4 where product_id = (select id from products where sku = 'B')`
    )
    const path = await temporaryFile(self, 'stock.csv', 'sku;stock\nA;2\nB;1\n')
    assert.deepEqual(await importCounts(path), counts(0, 2, 0))
    assert.deepEqual([await value('A', 'stock'), await value('B', 'stock')], [2, 4])
    assert.deepEqual(await importCounts(path), counts(0, 0, 2))
    const [books] = await sql<{ off: number }>(
      `select count(*)::int as off from stock_levels s where on_hand <>
         (select coalesce(sum(quantity), 0) from stock_movements m where m.product_id = s.product_id and m.location_id = s.location_id)`
    )
    assert.equal(books.off, 0)
  })

  test('a new maker’s number replaces the former one, other numbers are added', async ({
    assert,
    test: self,
  }) => {
    await importCounts(
      await temporaryFile(
        self,
        'a.csv',
        'sku,name,brand,mpn,oe_numbers,price\nA,Un,TRW,GDB1,Renault:1,9\n'
      )
    )
    await importCounts(await temporaryFile(self, 'b.csv', 'sku,mpn,oe_numbers\nA,GDB2,Renault:2\n'))
    assert.deepEqual(await value('A', 'numbers'), [
      'mpn TRW GDB2',
      'oe Renault 1',
      'oe Renault 2',
      'own  A',
    ])
  })

  test('rows without SKU are found by brand and part number, however often they repeat', async ({
    assert,
    test: self,
  }) => {
    const own = await createProduct({ sku: 'OURS-1' })
    await sql(`update products set mpn = 'GDB 1330' where id = $1`, [own.id])
    await sql(`update brands set slug = 'trw', name = 'TRW' where id = $1`, [own.brandId])
    await sql(
      `insert into part_numbers (product_id, kind, number, owner) values ($1, 'mpn', 'GDB 1330', 'TRW')`,
      [own.id]
    )
    await createProduct({ sku: 'ATE-13' })

    const text =
      'brand,part number,name,price\nTRW,GDB-1330,Un,10\nTRW,GDB1330,Deux,11\nTRW,gdb 1330,Trois,12\nATE,13,Quatre,13\n'
    const path = await temporaryFile(self, 'list.csv', text)
    assert.deepEqual(await importCounts(path), counts(3, 1, 0))
    assert.equal(await value('OURS-1', 'name'), 'Un')
    assert.equal(await value('TRW-GDB1330', 'name'), 'Deux')
    assert.equal(await value('TRW-GDB1330-2', 'name'), 'Trois')
    assert.notEqual(await value('ATE-13', 'name'), 'Quatre')
    assert.deepEqual(await importCounts(path), counts(0, 0, 4))
  })

  test('rows that repeat a SKU, lack a name or mean a deleted product are rejected', async ({
    assert,
    test: self,
  }) => {
    const gone = await createProduct({ sku: 'GONE' })
    await sql('update products set deleted_at = now() where id = $1', [gone.id])
    const path = await temporaryFile(
      self,
      'list.csv',
      'sku,name,price\nA,Un,1\nA,Deux,2\nB,,3\nGONE,Quatre,4\nC,Cinq,0\n'
    )
    assert.deepEqual(await importCounts(path), counts(1, 0, 0, 4))
    assert.equal(await value('A', 'name'), 'Un')
  })

  test('without a price a product waits as a draft, and is published by its first one', async ({
    assert,
    test: self,
  }) => {
    await importCounts(await temporaryFile(self, 'a.csv', 'sku,name,status,price\nA,Un,active,\n'))
    assert.equal(await value('A', 'status'), 'draft')
    await importCounts(await temporaryFile(self, 'b.csv', 'sku,status,price\nA,active,5\n'))
    assert.equal(await value('A', 'status'), 'active')
  })

  test('brands and categories that were renamed are found by their new names', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'list.csv', productList(1))
    await importCounts(path)
    await sql(`update brands set name = 'Nouvelle Marque'`)
    await sql(`update categories set name_fr = 'Garnitures' where depth = 1`)
    const text = 'sku,brand,category_path\nSKU-0,nouvelle marque,Freinage > Garnitures\n'
    assert.deepEqual(await importCounts(await temporaryFile(self, 'b.csv', text)), counts(0, 0, 1))
    assert.containSubset(await product('SKU-0'), {
      brand: 'maker-0',
      category: 'freinage/rayon-0',
    })
  })

  test('the two ways of writing one list give the same catalogue', async ({
    assert,
    test: self,
  }) => {
    const comma = productList(20)
    await importCounts(await temporaryFile(self, 'comma.csv', comma))
    const expected = await catalogueChecksum()
    await emptyCatalogue()
    const cells = comma
      .split('\n')
      .map((line) =>
        line.replace(/"([^"]*)"/, (_, text: string) => text.replace(',', '\u0001')).split(',')
      )
    const semicolon = cells.map((line) =>
      line
        .map((cell, index) =>
          (index === 6 || index === 7 ? cell.replace('.', ',') : cell).replace('\u0001', ',')
        )
        .join(';')
    )
    assert.deepEqual(
      await importCounts(await temporaryFile(self, 'semicolon.csv', semicolon.join('\r\n'))),
      counts(20, 0, 0)
    )
    assert.equal(await catalogueChecksum(), expected)
  })

  test('variants inherit from their product; further images and languages join it', async ({
    assert,
    test: self,
  }) => {
    const shopify =
      'Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src\n' +
      'gants,Gants,Acme,Atelier,Taille,M,,9.99,a.jpg\ngants,,,,,L,G-L,10.99,\ngants,,,,,,,,b.jpg\norphan,,,,,,,,c.jpg\n'
    assert.deepEqual(
      await importCounts(await temporaryFile(self, 'a.csv', shopify)),
      counts(2, 0, 0, 1, 1)
    )
    assert.containSubset(await product('GANTS-M'), {
      name: 'Gants – M',
      brand: 'acme',
      category: 'atelier',
    })
    assert.containSubset(await product('G-L'), {
      name: 'Gants – L',
      brand: 'acme',
      category: 'atelier',
      price: 10_990,
    })
    const images = await sql<{ path: string }>(
      `select path from product_images i join products p on p.id = i.product_id where sku = 'GANTS-M' order by position`
    )
    assert.deepEqual(
      images.map(({ path }) => path),
      ['a.jpg', 'b.jpg']
    )

    const bagisto =
      'sku,attribute_family_code,type,locale,name,price\nB1,default,simple,fr,Bonnet,14\nB1,default,simple,ar,قبعة,14\nB1,default,simple,fr,Encore,14\n'
    assert.deepEqual(
      await importCounts(await temporaryFile(self, 'b.csv', bagisto)),
      counts(1, 0, 0, 1, 1)
    )
    assert.containSubset(await product('B1'), { name: 'Bonnet', name_ar: 'قبعة' })
  })

  test('a choice is understood in any of its languages; what is none of them is left out', async ({
    assert,
    test: self,
  }) => {
    await createProduct({ sku: 'OLD', attributes: { position: 'avant' } })
    const choices = [
      { value: 'avant', ar: 'أمامي', en: 'front' },
      { value: 'arrière', ar: 'خلفي', en: null },
    ]
    await sql(`update attributes set kind = 'choice', choices = $1`, [JSON.stringify(choices)])
    const text =
      'sku,name,price,attr_position\nA,Un,1,ARRIERE\nB,Deux,1,أمامي\nC,Trois,1,Front\nD,Quatre,1,dessous\n'
    await importCounts(await temporaryFile(self, 'list.csv', text))
    const rows = await sql(
      `select p.sku, v.text_value as value from product_attributes v join products p on p.id = v.product_id
       order by p.sku`
    )
    assert.deepEqual(rows, [
      { sku: 'A', value: 'arrière' },
      { sku: 'B', value: 'avant' },
      { sku: 'C', value: 'avant' },
      { sku: 'OLD', value: 'avant' },
    ])
  })

  test('yes and no are the same words in a file as in a form, in Arabic too', async ({
    assert,
    test: self,
  }) => {
    const text =
      'sku,name,price,attr_led,attr_sensor\nA,Un,1,نعم,oui\nB,Deux,1,لا,0\nC,Trois,1,Yes,1\n'
    await importCounts(await temporaryFile(self, 'list.csv', text))
    const rows = await sql<{ said: string }>(
      `select concat_ws(' ', p.sku, a.code, a.kind, v.boolean_value) as said
       from product_attributes v join products p on p.id = v.product_id join attributes a on a.id = v.attribute_id
       order by a.code, p.sku`
    )
    assert.deepEqual(
      rows.map(({ said }) => said),
      [
        ...['A led boolean t', 'B led boolean f', 'C led boolean t'],
        ...['A sensor boolean t', 'B sensor boolean f', 'C sensor boolean t'],
      ]
    )
  })

  test('attributes get their kind from the catalogue, the file, or the values', async ({
    assert,
    test: self,
  }) => {
    await createProduct({ sku: 'OLD', attributes: { width: 3 } })
    const text =
      'sku,name,price,attr_width,attr_n_height,attr_colour,attr_led\nA,Un,1,"4,5",7,Noir,oui\nB,Deux,1,large,8.5,12,non\n'
    await importCounts(await temporaryFile(self, 'list.csv', text))
    const values = await sql<{ sku: string; code: string; value: string }>(
      `select p.sku, a.code, a.kind || ' ' || coalesce(text_value, number_value::text, boolean_value::text) as value
       from product_attributes v join products p on p.id = v.product_id join attributes a on a.id = v.attribute_id
       where p.sku <> 'OLD' order by 1, 2`
    )
    assert.deepEqual(
      values.map((row) => `${row.sku} ${row.code} ${row.value}`),
      [
        'A colour text Noir',
        'A height number 7',
        'A led boolean true',
        'A width number 4.5',
        'B colour text 12',
        'B height number 8.5',
        'B led boolean false',
      ]
    )
  })
})
