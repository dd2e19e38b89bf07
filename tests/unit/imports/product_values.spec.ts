import { test } from '@japa/runner'
import { bestPath, pathOf } from '#app/imports/category_path'
import { plainText } from '#app/imports/files/values'
import { stageProduct, stageProducts } from '#tests/support/staged_products'

const priced = (price: string | number, decimals: 'point' | 'comma' = 'point') =>
  stageProduct({ sku: 'A', name: 'n', price }, { decimals })

test.group('Values of a product row', () => {
  test('IMP-07: price «{price}» with a decimal {decimals} is {millimes} millimes')
    .with([
      { price: '1,234', decimals: 'comma', millimes: 1_234 },
      { price: '1.234', decimals: 'comma', millimes: 1_234_000 },
      { price: '1,234', decimals: 'point', millimes: 1_234_000 },
      { price: '1.234', decimals: 'point', millimes: 1_234 },
      { price: '0.001', decimals: 'point', millimes: 1 },
      { price: '999999.999', decimals: 'point', millimes: 999_999_999 },
      { price: '89.900 DT', decimals: 'point', millimes: 89_900 },
      { price: '89,900 TND', decimals: 'comma', millimes: 89_900 },
      { price: '1 234', decimals: 'comma', millimes: 1_234_000 },
    ] as const)
    .run(({ assert }, { price, decimals, millimes }) =>
      assert.equal(priced(price, decimals).price, millimes)
    )

  test('IMP-07: price «{$self}» is rejected with a reason')
    .with([
      '0',
      '0.000',
      '-1',
      '-0.001',
      '1000000',
      '1e9',
      '1000000000',
      '1.2345',
      'abc',
      '12,50',
      '1,23',
      '--',
      '10..5',
      '∞',
      '#REF!',
      '1 2',
      '٫',
    ])
    .run(({ assert }, price) => assert.match(String(priced(price).rejected), /^price: /))

  test('an empty price is none: the product waits as a draft or keeps its price', ({ assert }) => {
    assert.notProperty(priced(''), 'price')
    assert.notProperty(priced(''), 'rejected')
  })

  test('cents, millimes and prices without tax have columns of their own', ({ assert }) => {
    assert.equal(stageProduct({ sku: 'A', price_cents: 4995 }).price, 49_950)
    assert.equal(stageProduct({ sku: 'A', price_millimes: '49950' }).price, 49_950)
    assert.equal(stageProduct({ 'sku': 'A', 'Prix HT': '49.990', 'TVA': '7' }).price, 53_489)
    assert.equal(stageProduct({ sku: 'A', price: 1, compare_at_price: 0 }).compare_at_price, 0)
  })

  test('prices without tax and costs are reckoned: further decimals are rounded, none is lost before', ({
    assert,
  }) => {
    const reckoned = (
      row: Record<string, string | number>,
      decimals: 'point' | 'comma' = 'point'
    ) => stageProduct({ sku: 'A', name: 'n', ...row }, { decimals })
    assert.equal(reckoned({ 'Prix HT': '8.403361' }).price, 10_000)
    assert.equal(reckoned({ 'Prix HT': 8.403361344537815 }).price, 10_000)
    assert.equal(reckoned({ 'Prix HT': '0,000500', 'TVA': '0' }, 'comma').price, 1)
    assert.equal(reckoned({ cost: '8.403361' }).cost, 8_403)
    assert.equal(reckoned({ cost: '8.4035' }).cost, 8_404)
    assert.equal(reckoned({ cost: '0.9999' }).cost, 1_000)
    assert.match(String(reckoned({ cost: '-0.0005' }).rejected), /^cost: .* is negative/)
    assert.match(String(reckoned({ 'Prix HT': '0.0004' }).rejected), /a price is more than 0/)
    assert.match(String(reckoned({ price: '8.403361' }).rejected), /more than 3 decimals/)
  })

  test('{column} «{value}» becomes {expected}')
    .with([
      { column: 'tax_rate', value: '19%', expected: 19 },
      { column: 'tax_rate', value: '0.07', expected: 7 },
      { column: 'tax_rate', value: '0', expected: 0 },
      { column: 'status', value: 'Publié', expected: 'active' },
      { column: 'status', value: 'brouillon', expected: 'draft' },
      { column: 'status', value: 'Archived', expected: 'archived' },
      { column: 'quality', value: 'Origine', expected: 'oe' },
      { column: 'quality', value: 'occasion', expected: 'used' },
      { column: 'warranty_months', value: '12 mois', expected: 12 },
      { column: 'warranty_months', value: '٢٤ شهر', expected: 24 },
      { column: 'warranty_months', value: '۲۴ شهر', expected: 24 },
      { column: 'warranty_months', value: '٢ سنوات', expected: 24 },
      { column: 'warranty_months', value: '3 years', expected: 36 },
      { column: 'orderable', value: 'oui', expected: true },
      { column: 'orderable', value: '0', expected: false },
      { column: 'stock', value: '12.0', expected: 12 },
      { column: 'weight_g', value: '350', expected: 350 },
      { column: 'min_quantity', value: '4', expected: 4 },
      { column: 'pack_size', value: '١٢', expected: 12 },
    ])
    .run(({ assert }, { column, value, expected }) => {
      assert.equal(stageProduct({ sku: 'A', [column]: value })[column], expected)
    })

  test('{column} «{value}» is rejected')
    .with([
      { column: 'tax_rate', value: '18' },
      { column: 'status', value: 'maybe' },
      { column: 'quality', value: 'good' },
      { column: 'warranty_months', value: '700' },
      { column: 'orderable', value: 'perhaps' },
      { column: 'stock', value: '-1' },
      { column: 'stock', value: '1.5' },
      { column: 'weight_g', value: '-3' },
      { column: 'min_quantity', value: '0' },
      { column: 'pack_size', value: '501' },
      { column: 'pack_size', value: '2.5' },
      { column: 'sku', value: 'x'.repeat(81) },
      { column: 'name', value: 'x'.repeat(301) },
      { column: 'brand', value: '!!!' },
      { column: 'cost', value: '-1' },
    ])
    .run(({ assert }, { column, value }) => {
      const row = stageProduct({ sku: 'A', price: 1, [column]: value })
      assert.isTrue(String(row.rejected).startsWith(`${column}: `), String(row.rejected))
    })

  test('numbers: owners, spellings and what a spreadsheet did to them', ({ assert }) => {
    const { rows, notes } = stageProducts(
      [
        {
          sku: 'A',
          oe_numbers: 'Renault:7701 206 379|RENAULT:7701206379|PSA:4252.45|:A:B|---',
          cross_references: 'BOSCH:0 986 494 123|',
          supplier_numbers: 'S-1',
          gtin: '3165143456789|3.16514E+12',
        },
      ],
      { supplier: 'Stafim' }
    )
    assert.deepEqual(rows[0].numbers, [
      ['oe', 'Renault', '7701 206 379', 'RENAULT', '7701206379'],
      ['oe', 'PSA', '4252.45', 'PSA', '425245'],
      ['oe', '', 'A:B', '', 'AB'],
      ['cross', 'BOSCH', '0 986 494 123', 'BOSCH', '0986494123'],
      ['supplier', 'Stafim', 'S-1', 'STAFIM', 'S1'],
      ['gtin', '', '3165143456789', '', '3165143456789'],
    ])
    assert.equal(rows[0].gtin, '3165143456789')
    assert.lengthOf(notes, 1)
  })

  test('a row without SKU is known by brand and part number, else by what the file calls it', ({
    assert,
  }) => {
    assert.containSubset(stageProduct({ mpn: 'GDB 1330', brand: 'TRW', price: 1 }), {
      sku_base: 'TRW-GDB1330',
      by_mpn: true,
    })
    assert.containSubset(stageProduct({ mpn: 'BP 1', price: 1 }), { sku_base: 'BP1', by_mpn: true })
    assert.containSubset(stageProduct({ name: 'Clé de 12', price: 1 }), { sku_base: 'CLE-DE-12' })
    const long = stageProduct({ mpn: 'x'.repeat(81), gtin: '3165143456789', price: 1 })
    assert.containSubset(long, { sku_base: '3165143456789' })
    assert.equal(
      stageProduct({ price: 1, brand: 'TRW' }).rejected,
      'the row has no SKU, no part number and no name'
    )
  })

  test('attributes come from columns with a prefix, typed or not', ({ assert }) => {
    const row = stageProduct({
      'sku': 'A',
      'attr_n_width': 17.5,
      'attr_colour': 'Noir',
      'Attribut Épaisseur (mm)': '12',
      'attributes': 'dent=7|note=a\\|b=c',
    })
    assert.deepEqual(row.attributes, {
      dent: ['dent', '', '7'],
      note: ['note', '', 'a|b=c'],
      width: ['width', 'number', '17.5'],
      colour: ['colour', '', 'Noir'],
      epaisseur_mm: ['Épaisseur (mm)', '', '12'],
    })
  })

  test('images part at bars, and at commas that are not of an address', ({ assert }) => {
    const images = (image_url: string) => stageProduct({ sku: 'A', image_url }).images
    assert.deepEqual(images('http://x.tn/w_1,h_1/a.jpg, http://x.tn/b.jpg'), [
      'http://x.tn/w_1,h_1/a.jpg',
      'http://x.tn/b.jpg',
    ])
    assert.deepEqual(images('a.jpg|b.jpg|a.jpg'), ['a.jpg', 'b.jpg'])
    for (const unsafe of [
      'javascript:alert(1)',
      '../../etc/passwd',
      '/etc/passwd',
      'data:x',
      'c:\\x',
    ]) {
      assert.isUndefined(images(unsafe), unsafe)
    }
  })

  test('HTML becomes text; text that only looks a little like it stays', ({ assert }) => {
    assert.equal(
      plainText('<p>Un&nbsp;&eacute;l&#233;ment<br>deux</p><script>x</script>'),
      'Un &eacute;lément\ndeux'
    )
    assert.equal(plainText('pour Ø < 10 et > 5'), 'pour Ø < 10 et > 5')
  })
})

test.group('Category paths', () => {
  test('levels part at > only; addresses follow the names', ({ assert }) => {
    assert.deepEqual(pathOf('Échappement > Silencieux arrière / avant'), [
      ['echappement', 'Échappement'],
      ['echappement/silencieux-arriere-avant', 'Silencieux arrière / avant'],
    ])
    assert.deepEqual(pathOf('Accueil > Freinage'), [['freinage', 'Freinage']])
    assert.isUndefined(pathOf(' > '))
  })

  test('the deepest of several paths is the most telling', ({ assert }) => {
    assert.deepEqual(
      bestPath([pathOf('Home'), pathOf('A'), pathOf('A > B'), undefined]),
      pathOf('A > B')
    )
    assert.deepEqual(bestPath([pathOf('Home')]), pathOf('Home'))
    assert.isUndefined(bestPath([undefined]))
  })
})
