import { test } from '@japa/runner'
import { DemoProducts } from '#app/demo/demo_products'
import { normaliseNumber } from '#app/references/normalise'

/** How the numbers of these brands look once normalised. */
const BRAND_SHAPES: Record<string, RegExp> = {
  'mann-filter': /^(?:W|WK|HU|C|CU|CUK|PU)\d{2,5}X?[A-Z]?$/,
  'purflux': /^(?:LS|L|A|AH|AHC|FCS|CS|EP)\d{3,4}[A-Z]?$/,
  'trw':
    /^(?:GDB|DF|GS|GSK|DB|JTE|JTS|JTC|JBJ|JAR|JBU|JRM|JPR|JSL|BHN|BWH|PHB|PML|PFB|PNB|PJQ|GCH|GBS|V)\d{3,5}[A-Z]?$/,
  'ate': /^(?:24|13|03)\d{9,11}[A-Z]?$/,
  'ferodo': /^(?:FDB|DDF|FSB|FDR|FMK|FHY|FHM|FHW|FBX)\d{3,5}[A-Z]?$/,
  'ngk':
    /^(?:[A-Z]{1,6}\d{1,2}[A-Z]{0,5}(?:\d{1,2})?[A-Z]?|Y\d{3}[A-Z]+|U\d{4}|RC[A-Z]{2}\d{3}|OZA\d{3}[A-Z]{2}\d)$/,
  'skf': /^VK(?:MA|MC|M|BA|JA|JP|PC|DS|DA|C)\d{4,6}[A-Z]?$/,
  'monroe': /^(?:[A-Z]\d{4}|\d{5}|MK\d{3}|SP\d{4}|ML\d{4}|L\d{5})[A-Z]?$/,
  'kyb': /^(?:\d{6}|[A-Z]{2}\d{4})[A-Z]?$/,
  'sachs': /^(?:\d{10}|\d{6})[A-Z]?$/,
  'luk': /^\d{9,10}[A-Z]?$/,
  'febi-bilstein': /^\d{5,6}$/,
  'meyle': /^\d{10,11}(?:HD)?[A-Z]?$/,
  'gates':
    /^(?:K\d{5,6}XS|KP\d{4,6}XS|WP\d{4}|T\d{5}|[4-7]PK\d{3,4}|TH\d{5}G1|TVD\d{4}|05\d{4})[A-Z]?$/,
  'exide': /^E[ABCKL]\d{3}$/,
  'assad': /^[A-Z]\d{1,2}B?\d{2}AH[A-Z]*$/,
}

/** How car makers number their parts. */
const OE_SHAPES: Record<string, RegExp> = {
  'Renault': /^(?:7[57]\d{8}|8200\d{6}|\d{9}R)[A-Z]?$/,
  'Peugeot': /^(?:\d{4}[A-Z]\d|\d{10})[A-Z]?$/,
  'Volkswagen': /^[0-9A-Z]{3}[0-9A-Z]{3}\d{3}[A-Z]{0,2}$|^[A-Z]\d{6}A\d[A-Z]?$/,
  'Hyundai': /^\d{5}\d[A-Z]{2}\d0[A-Z]?$/,
  'Toyota': /^\d{5}[0-9A-Z]{5}[A-Z]?$/,
  'Fiat': /^\d{8}$/,
  'Isuzu': /^89[78]\d{7}$/,
  'Mercedes-Benz': /^A\d{10}[A-Z]?$/,
}

test.group('Shapes of part numbers', () => {
  test('a counter clerk recognises the brand by the number', ({ assert }) => {
    const seen = new Set<string>()
    for (const { brand, mpn } of new DemoProducts(1, new Date()).take(8_000)) {
      if (!(brand in BRAND_SHAPES)) continue
      seen.add(brand)
      assert.match(normaliseNumber(mpn), BRAND_SHAPES[brand], brand)
    }
    assert.sameMembers([...seen], Object.keys(BRAND_SHAPES))
  })

  test('a counter clerk recognises the car maker by the number', ({ assert }) => {
    const seen = new Set<string>()
    for (const { numbers } of new DemoProducts(1, new Date()).take(8_000)) {
      for (const { kind, number, owner } of numbers) {
        if (kind !== 'oe' || !(owner in OE_SHAPES)) continue
        seen.add(owner)
        assert.match(normaliseNumber(number), OE_SHAPES[owner], owner)
      }
    }
    assert.sameMembers([...seen], Object.keys(OE_SHAPES))
  })

  test('belts and thermostats say in their number what their data sheet says', ({ assert }) => {
    for (const { brand, mpn, attributes } of new DemoProducts(1, new Date()).take(8_000)) {
      const sheet = new Map(attributes)
      const belt = brand === 'gates' && /^(\d)PK(\d+)/.exec(mpn)
      if (belt) {
        assert.equal(sheet.get('nombre_nervures'), Number(belt[1]))
        assert.equal(sheet.get('longueur_mm'), Number(belt[2]))
      }
      const thermostat = brand === 'wahler' && /\.(\d\d)D/.exec(mpn)
      if (thermostat) assert.equal(sheet.get('temperature_c'), Number(thermostat[1]))
    }
  })
})
