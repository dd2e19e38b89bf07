import { test } from '@japa/runner'
import { stageProducts } from '#tests/support/staged_products'

test.group('Product lists of shop systems', () => {
  test('PrestaShop: prices without tax, lists in cells, suppliers', ({ assert }) => {
    const { system, rows, notes } = stageProducts([
      {
        'Product ID': 7,
        'Active (0/1)': '0',
        'Name *': 'Filtre à huile',
        'Categories (x,y,z...)': 'Home, Filtration/Filtre à huile',
        'Price tax excluded': '10',
        'Wholesale price': '6.5',
        'Reference #': 'FH-7',
        'Supplier reference #': 'S-99',
        'Supplier': 'Stafim',
        'Manufacturer': 'Purflux',
        'EAN13': '3286064010204',
        'Weight': '0.35',
        'Quantity': '12',
        'Description': '<p>Bon <b>filtre</b></p><ul><li>A</li><li>B</li></ul>',
        'Image URLs (x,y,z...)': 'http://x.tn/1.jpg,http://x.tn/2.jpg',
        'Feature(Name:Value:Position)': 'Hauteur:76 mm:1',
        'Condition': 'refurbished',
      },
    ])
    assert.equal(system, 'PrestaShop')
    assert.containSubset(rows[0], {
      sku: 'FH-7',
      status: 'draft',
      price: 11_900,
      cost: 6_500,
      brand: 'Purflux',
      category_path: [
        ['filtration', 'Filtration'],
        ['filtration/filtre-a-huile', 'Filtre à huile'],
      ],
      weight_g: 350,
      stock: 12,
      quality: 'remanufactured',
      description: 'Bon filtre\n\n- A\n- B',
      images: ['http://x.tn/1.jpg', 'http://x.tn/2.jpg'],
      attributes: { hauteur: ['Hauteur', '', '76 mm'] },
      numbers: [
        ['supplier', 'Stafim', 'S-99', 'STAFIM', 'S99'],
        ['gtin', '', '3286064010204', '', '3286064010204'],
      ],
    })
    assert.deepEqual(notes, ['a price without tax had 19 % added'])
  })

  test('WooCommerce: an offer without dates is the price; variations name their parent', ({
    assert,
  }) => {
    const common = {
      'Type': 'simple',
      'Published': '1',
      'Regular price': '',
      'Sale price': '',
      'Date sale price ends': '',
    }
    const { system, rows } = stageProducts([
      {
        ...common,
        'SKU': 'W1',
        'Name': 'Cric',
        'Regular price': '20',
        'Sale price': '18',
        'Categories': 'Outils, Outils > Levage',
      },
      {
        ...common,
        'SKU': 'W2',
        'Name': 'Cric',
        'Regular price': '20',
        'Sale price': '18',
        'Date sale price ends': '2030-01-01',
      },
      { ...common, ID: '9', SKU: 'W3', Type: 'variable', Name: 'Housse' },
      {
        ...common,
        'SKU': '',
        'Type': 'variation',
        'Parent': 'W3',
        'Regular price': '9',
        'Attribute 1 name': 'Couleur',
        'Attribute 1 value(s)': 'Noir',
      },
      { ...common, 'SKU': 'W5', 'Name': 'Bon', 'Type': 'gift-card', 'Regular price': '9' },
    ])
    assert.equal(system, 'WooCommerce')
    assert.containSubset(rows[0], {
      price: 18_000,
      compare_at_price: 20_000,
      category_path: [
        ['outils', 'Outils'],
        ['outils/levage', 'Levage'],
      ],
    })
    assert.containSubset(rows[1], { price: 20_000 })
    assert.notProperty(rows[1], 'compare_at_price')
    assert.containSubset(rows[2], { sku: 'W3', group_key: 'W3' })
    assert.notProperty(rows[2], 'price')
    assert.containSubset(rows[3], {
      sku_base: 'W3-NOIR',
      group_key: 'W3',
      variant: 'Noir',
      attributes: { couleur: ['Couleur', '', 'Noir'] },
    })
    assert.match(String(rows[4].rejected), /^type: «gift-card» is not one of simple, variable/)
  })

  test('Shopify: variants and further images follow their handle', ({ assert }) => {
    const { system, rows } = stageProducts([
      {
        'Handle': 'gants',
        'Title': 'Gants',
        'Vendor': 'Acme',
        'Type': 'Atelier',
        'Option1 Name': 'Taille',
        'Option1 Value': 'M',
        'Variant Price': '9.99',
        'Variant Grams': '0.0',
        'Variant Inventory Qty': '3',
        'Variant Inventory Policy': 'continue',
        'Image Src': 'https://x.tn/a.jpg',
      },
      { 'Handle': 'gants', 'Option1 Value': 'L', 'Variant Price': '10.99' },
      { 'Handle': 'gants', 'Image Src': 'https://x.tn/b.jpg' },
      {
        'Handle': 'lampe',
        'Title': 'Lampe',
        'Option1 Name': 'Title',
        'Option1 Value': 'Default Title',
        'Variant Price': '5',
        'Published': 'false',
      },
    ])
    assert.equal(system, 'Shopify')
    assert.containSubset(rows[0], {
      sku_base: 'GANTS-M',
      brand: 'Acme',
      price: 9_990,
      stock: 3,
      orderable: true,
      variant: 'M',
      group_key: 'gants',
    })
    assert.notProperty(rows[0], 'weight_g')
    assert.containSubset(rows[1], { sku_base: 'GANTS-L', price: 10_990 })
    assert.containSubset(rows[2], {
      role: 'image',
      group_key: 'gants',
      images: ['https://x.tn/b.jpg'],
    })
    assert.containSubset(rows[3], { sku_base: 'LAMPE', status: 'draft' })
    assert.notProperty(rows[3], 'attributes')
  })

  test('Medusa: one price of several currencies, and no column it does not know', ({ assert }) => {
    const common = {
      'Product Handle': 'bougie',
      'Product Title': 'Bougie',
      'Product Status': 'published',
      'Variant Title': 'x',
    }
    const { system, rows, notes } = stageProducts([
      {
        ...common,
        'Variant Sku': 'M1',
        'Variant Price USD': '100',
        'Variant Price EUR': '45',
        'Variant Price Tunis [EUR]': '40',
        'Product Image 1': 'a.png',
        'Product Category 1': 'pcat_01J',
      },
      {
        ...common,
        'Variant Option 1 Name': 'Pas',
        'Variant Option 1 Value': 'Fin',
        'Variant Price EUR': '12',
      },
      { ...common, 'Variant Price EUR': '12', 'Product field': 'someval' },
      { ...common, 'Variant Price EUR': '12', 'Variant Price undefined [EUR]': '11' },
    ])
    assert.equal(system, 'Medusa')
    assert.containSubset(rows[0], { sku: 'M1', price: 45_000, status: 'active', images: ['a.png'] })
    assert.notProperty(rows[0], 'category_path')
    assert.containSubset(rows[1], { sku_base: 'BOUGIE-FIN', variant: 'Fin' })
    assert.equal(
      rows[2].rejected,
      '«Product field» is no column of Medusa: take it out, or name it in a mapping'
    )
    assert.equal(
      rows[3].rejected,
      '«Variant Price undefined [EUR]» is a price for a region that does not exist: take the column out'
    )
    assert.include(notes, 'a price in EUR was taken as dinars')
  })

  test('Bagisto: languages, stocks of several places, types', ({ assert }) => {
    const common = { attribute_family_code: 'default', type: 'simple', price: '14', locale: 'fr' }
    const { system, rows } = stageProducts([
      {
        ...common,
        sku: 'B1',
        name: 'Bonnet',
        inventories: 'default=100,second=20',
        categories: 'Hommes/Hiver',
        images: '1.webp,2.webp',
        status: '1',
        weight: '1.23',
      },
      { ...common, sku: 'B1', name: 'قبعة', description: 'دافئة', locale: 'ar' },
      { ...common, sku: 'B2', name: 'Faux', type: 'not-a-product-type' },
    ])
    assert.equal(system, 'Bagisto')
    assert.containSubset(rows[0], {
      sku: 'B1',
      stock: 120,
      images: ['1.webp', '2.webp'],
      status: 'active',
      weight_g: 1_230,
      category_path: [
        ['hommes', 'Hommes'],
        ['hommes/hiver', 'Hiver'],
      ],
    })
    assert.containSubset(rows[1], { name_ar: 'قبعة', description_ar: 'دافئة', locale: 'ar' })
    assert.notProperty(rows[1], 'name')
    assert.match(String(rows[2].rejected), /^type: «not-a-product-type»/)
  })

  test('Spree: a price of 0 on the product row means that its variants have one', ({ assert }) => {
    const common = { slug: 'pompe', inventory_count: '5', compare_at_price: '0.0', currency: 'USD' }
    const { system, rows } = stageProducts([
      {
        ...common,
        'sku': 'P',
        'name': 'Pompe',
        'price': '0.0',
        'category1': 'Moteur -> Pompes',
        'weight': '2',
        'weight_unit': 'lb',
        'custom_field.custom.debit': '10 l',
      },
      { ...common, sku: 'P-A', price: '62.99', option1_name: 'Corps', option1_value: 'Alu' },
    ])
    assert.equal(system, 'Spree')
    assert.notProperty(rows[0], 'price')
    assert.containSubset(rows[0], {
      weight_g: 907,
      compare_at_price: 0,
      attributes: { debit: ['debit', '', '10 l'] },
      category_path: [
        ['moteur', 'Moteur'],
        ['moteur/pompes', 'Pompes'],
      ],
    })
    assert.containSubset(rows[1], { price: 62_990, variant: 'Alu', shares_name: true })
  })

  test('Odoo: a template without reference is known by its identifier', ({ assert }) => {
    const { system, rows } = stageProducts([
      {
        'ID': 'product_template_1',
        'Name': 'Clavier',
        'Internal Reference': 'AK789',
        'Barcode': '',
        'Sales Price': 29.99,
        'Cost': 12,
        'Product Type': 'Consumable',
      },
      {
        'ID': 'product_template_3',
        'Name': 'Conseil',
        'Internal Reference': '',
        'Sales Price': 90,
      },
    ])
    assert.equal(system, 'Odoo')
    assert.containSubset(rows[0], { sku: 'AK789', price: 29_990, cost: 12_000 })
    assert.containSubset(rows[1], { sku_base: 'PRODUCT-TEMPLATE-3' })
  })

  test('words of spreadsheets in French and Arabic', ({ assert }) => {
    const { system, rows } = stageProducts(
      [
        {
          'Réf.': 'R1',
          'Désignation': 'Alternateur',
          'Marque': 'Valeo',
          'Réf. fabricant': '437 454',
          'Famille': 'Électricité > Alternateur',
          'Prix TTC (DT)': '1.234,500',
          'Prix d’achat': '900',
          'Qté': '3',
          'TVA': '19 %',
          'Réf. OE': '8200660034, 7701499767',
          'Garantie': '2 ans',
          'Statut': 'Actif',
          'Poids (kg)': '5,4',
        },
        { المرجع: 'R2', الاسم: 'شمعة', السعر: '12', الماركة: 'NGK', الكمية: '٧' },
      ],
      { decimals: 'comma' }
    )
    assert.equal(system, 'product list')
    assert.containSubset(rows[0], {
      sku: 'R1',
      name: 'Alternateur',
      brand: 'Valeo',
      mpn: '437 454',
      mpn_norm: '437454',
      price: 1_234_500,
      cost: 900_000,
      stock: 3,
      tax_rate: 19,
      warranty_months: 24,
      status: 'active',
      weight_g: 5_400,
    })
    assert.deepEqual(rows[0].numbers, [
      ['oe', '', '8200660034', '', '8200660034'],
      ['oe', '', '7701499767', '', '7701499767'],
    ])
    assert.containSubset(rows[1], {
      sku: 'R2',
      name: 'شمعة',
      price: 12_000,
      brand: 'NGK',
      stock: 7,
    })
  })
})
