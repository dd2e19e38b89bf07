import { test } from '@japa/runner'
import { ATTRIBUTES } from '#app/demo/data/attributes'
import { BRANDS } from '#app/demo/data/brands/all'
import { MAKES } from '#app/demo/data/makes'
import { PART_TYPES } from '#app/demo/data/part_types/all'
import { VEHICLES } from '#app/demo/data/vehicles'
import { logoOf, pictureOf } from '#app/demo/pictures'
import { categoryRows } from '#app/demo/shop_frame'

const ARABIC = /\p{Script=Arabic}/u
const unique = (values: string[]) => new Set(values).size === values.length

test.group('Data of the demo shop', () => {
  test('the tree has 14 departments and 108 nodes, named in both languages', ({ assert }) => {
    const rows = categoryRows()
    assert.lengthOf(rows, 108)
    assert.lengthOf(
      rows.filter(({ depth }) => depth === 0),
      14
    )
    assert.isTrue(unique(rows.map(({ slug }) => slug)))
    for (const row of rows) {
      assert.match(row.nameAr, ARABIC, row.slug)
      assert.match(row.slug, /^[a-z0-9-]+(\/[a-z0-9-]+){0,2}$/)
    }
    assert.includeMembers(
      rows.map(({ slug }) => slug),
      ['freinage/plaquettes-de-frein', 'filtration/filtre-d-habitacle', 'huiles-et-fluides']
    )
  })

  test('every category at the end of a branch has a kind of part', ({ assert }) => {
    const rows = categoryRows()
    const parents = new Set(rows.map(({ parent }) => parent))
    const ends = rows.map(({ slug }) => slug).filter((slug) => !parents.has(slug))
    assert.sameMembers([...new Set(PART_TYPES.map(({ category }) => category))], ends)
  })

  test('at least 60 brands, each with a slug, a code and parts of its own', ({ assert }) => {
    assert.isAtLeast(BRANDS.length, 60)
    assert.isTrue(unique(BRANDS.map(({ slug }) => slug)))
    assert.isTrue(unique(BRANDS.map(({ code }) => code)))
    const codes = new Set(PART_TYPES.map(({ code }) => code))
    for (const brand of BRANDS) {
      assert.match(brand.code, /^[A-Z]+$/)
      assert.isTrue(brand.tier === 'genuine' || Object.keys(brand.makes).length > 0, brand.slug)
      for (const code of Object.keys(brand.makes)) assert.isTrue(codes.has(code), code)
      assert.include(logoOf(brand), '<svg')
    }
  })

  test('two brands at least make each part for each car, so that one can be the cross reference', ({
    assert,
  }) => {
    for (const { code } of PART_TYPES) {
      const makers = BRANDS.filter((brand) => code in brand.makes && !brand.covers)
      assert.isAtLeast(makers.length, 2, code)
    }
  })

  test('every part is named in Arabic, drawn, and numbered the way of nine car makers', ({
    assert,
  }) => {
    assert.isTrue(unique(PART_TYPES.map(({ code }) => code)))
    for (const type of PART_TYPES) {
      const names = type.sizes?.map(({ ar }) => `${type.name.ar} ${ar}`) ?? [type.name.ar]
      for (const name of names.filter((text) => !/^\s*\S+ [\d/R. ]+[A-Z\d]*$/.test(text))) {
        assert.match(name, ARABIC, type.code)
      }
      assert.lengthOf(type.oe.split(' '), 9, type.code)
      assert.include(pictureOf(type, BRANDS[0]), '</svg>')
      assert.isBelow(type.price[0], type.price[1])
    }
  })

  test('data sheets use defined attributes only, with values of their kind', ({ assert }) => {
    const kinds = new Map(
      ATTRIBUTES.map(({ code, kind }) => [code, kind === 'choice' ? 'text' : kind])
    )
    assert.equal(kinds.size, ATTRIBUTES.length)
    for (const { ar } of ATTRIBUTES) assert.match(ar, /\p{Script=Arabic}|^LED$/u)
    for (const type of PART_TYPES) {
      for (const [code, range] of Object.entries(type.attributes)) {
        const kind =
          typeof range === 'number' ? 'boolean' : typeof range[0] === 'number' ? 'number' : 'text'
        assert.equal(kinds.get(code), kind, `${type.code} ${code}`)
      }
      for (const [code, value] of type.sizes?.flatMap((s) => Object.entries(s.attributes ?? {})) ??
        []) {
        assert.equal(kinds.get(code), typeof value === 'string' ? 'text' : typeof value, code)
      }
    }
  })

  test('every make of the fleet has letters of its own and a way to number parts', ({ assert }) => {
    const makes = Object.values(MAKES)
    assert.isTrue(unique(makes.map(({ letters }) => letters)))
    for (const { scheme, sister } of makes) {
      assert.isString(scheme)
      if (sister) assert.property(MAKES, sister)
    }
  })

  test('cars have a known make and years that make sense', ({ assert }) => {
    assert.isAtLeast(VEHICLES.length, 60)
    for (const vehicle of VEHICLES) {
      assert.property(MAKES, vehicle.make)
      assert.isTrue(vehicle.to === 0 || vehicle.to > vehicle.from, vehicle.model)
      const { scheme } = MAKES[vehicle.make]
      if (['vag', 'mercedes', 'chery'].includes(scheme)) assert.isNotEmpty(vehicle.platform)
    }
  })
})
