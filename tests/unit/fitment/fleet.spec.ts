import { test } from '@japa/runner'
import { FLEET_MAKES } from '#app/fitment/fleet/makes'
import { familyOf } from '#app/fitment/fleet/model'
import { FLEET_MODELS } from '#app/fitment/fleet/models/all'
import { fleetTypes, kilowatts, vehicleTypesOf } from '#app/fitment/fleet/vehicle_types'
import { WMI } from '#app/fitment/fleet/wmi'
import { folded } from '#tests/support/search/folded'

const THIS_YEAR = 2026
const ARABIC_OR_CODE = /^[\p{Script=Arabic}\p{N} A-Za-z0-9./+-]+$/u

/** Names are told apart by letters and digits alone. */
const squeezed = (text: string) => folded(text).replaceAll(' ', '')
const unique = (values: string[]) => new Set(values).size === values.length
const named = ({ make, model }: { make: string; model: string }) => `${make} ${model}`

/** Name → the makes that claim it. */
function claims(entries: [name: string, make: string][]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>()
  for (const [name, make] of entries) {
    owners.set(squeezed(name), (owners.get(squeezed(name)) ?? new Set()).add(make))
  }
  return owners
}

test.group('The fleet', () => {
  test('is the one that drives in Tunisia: makes, models, vehicle types', ({ assert }) => {
    assert.isAtLeast(FLEET_MAKES.length, 42)
    assert.isAtLeast(FLEET_MODELS.length, 260)
    assert.isAtLeast(fleetTypes().length, 1_050)
    const known = new Set(FLEET_MAKES.map(({ name }) => name))
    for (const model of FLEET_MODELS) assert.isTrue(known.has(model.make), named(model))
    const built = new Set(FLEET_MODELS.map(({ make }) => make))
    assert.sameMembers([...known], [...built])
  })

  test('names are unique and so are slugs and vehicle types', ({ assert }) => {
    assert.isTrue(unique(FLEET_MAKES.map(({ slug }) => slug)))
    for (const { slug } of FLEET_MAKES) assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/)
    assert.isTrue(unique(FLEET_MODELS.map((model) => squeezed(named(model)))))
    const types = fleetTypes().map((type) =>
      [named(type), type.body, type.engine, type.hp].join('|')
    )
    assert.isTrue(unique(types))
  })

  test('years, sizes and powers are those of road vehicles', ({ assert }) => {
    for (const type of fleetTypes()) {
      const label = `${named(type)} ${type.engine} ${type.hp}`
      assert.isTrue(type.from >= 1955 && type.from <= THIS_YEAR, label)
      assert.isTrue(type.to === 0 || (type.to > type.from && type.to <= THIS_YEAR), label)
      assert.isTrue(type.hp >= 30 && type.hp <= 350, label)
      if (type.fuel === 'electric') assert.equal(type.cc, 0, label)
      else assert.isTrue(type.cc >= 600 && type.cc <= 7_000, label)
      assert.isNotEmpty(type.engineCode)
    }
  })

  test('the name of an engine says its size', ({ assert }) => {
    for (const type of fleetTypes()) {
      const litres = /^(\d\.\d)\d?\b/.exec(type.engine)?.[1]
      if (!litres || type.make === 'BMW' || type.make === 'Isuzu') continue
      assert.approximately(type.cc / 1000, Number(litres), 0.11, `${named(type)} ${type.engine}`)
    }
  })

  test('an engine has narrower years than its model, never wider', ({ assert }) => {
    for (const model of FLEET_MODELS) {
      const last = model.years[1] || THIS_YEAR
      for (const [, code, , , , years] of model.engines) {
        if (!years) continue
        assert.isAtLeast(years[0], model.years[0], `${named(model)} ${code}`)
        assert.isAtMost(years[1] || THIS_YEAR, last, `${named(model)} ${code}`)
      }
    }
  })

  test('shares, bodies and engines are there', ({ assert }) => {
    for (const model of FLEET_MODELS) {
      assert.isTrue(model.share >= 0.1 && model.share <= 10, named(model))
      assert.isTrue(model.body.length > 0 && unique(model.body), named(model))
      assert.isNotEmpty(model.engines)
      assert.isTrue(unique(model.chassis), named(model))
    }
  })

  test('Arabic names are written without the make', ({ assert }) => {
    const arabicMake = new Map(FLEET_MAKES.map(({ name, ar }) => [name, ar]))
    for (const make of FLEET_MAKES) assert.match(make.ar, /^[\p{Script=Arabic} ]+$/u)
    for (const model of FLEET_MODELS) {
      assert.match(model.ar, ARABIC_OR_CODE, named(model))
      assert.notInclude(model.ar, arabicMake.get(model.make)!)
      assert.notMatch(model.ar, /[\u06cc\u06a9\u0640\u064b-\u0652]/)
    }
  })

  test('every alias says something, once', ({ assert }) => {
    for (const { name, aliases } of FLEET_MAKES) {
      const all = [name, ...aliases].map(squeezed)
      assert.isTrue(unique(all), name)
      for (const alias of all) assert.isAtLeast(alias.length, 2, name)
    }
    for (const model of FLEET_MODELS) {
      const all = [model.model, ...model.aliases].map(squeezed)
      assert.isTrue(unique(all), named(model))
      for (const alias of all.slice(1)) assert.isAtLeast(alias.length, 2, named(model))
    }
  })

  test('no alias means two makes', ({ assert }) => {
    const makes = claims(
      FLEET_MAKES.flatMap(({ name, ar, aliases }) =>
        [name, ar, ...aliases].map((alias): [string, string] => [alias, name])
      )
    )
    const aliases = claims(
      FLEET_MODELS.flatMap((model) =>
        model.aliases.map((alias): [string, string] => [alias, model.make])
      )
    )
    const names = claims(
      FLEET_MODELS.flatMap((model) =>
        [model.model, familyOf(model), model.ar].map((name): [string, string] => [name, model.make])
      )
    )
    for (const [alias, owners] of [...makes, ...aliases]) assert.equal(owners.size, 1, alias)
    for (const [alias, owners] of aliases) {
      const others = [...(names.get(alias) ?? []), ...(makes.get(alias) ?? [])]
      assert.isTrue(
        others.every((make) => owners.has(make)),
        alias
      )
    }
  })

  test('the family is what customers say without the generation', ({ assert }) => {
    const family = (name: string) => familyOf(FLEET_MODELS.find((each) => named(each) === name)!)
    const cases: Record<string, string> = {
      'Renault Clio IV': 'Clio',
      'Seat Ibiza IV (6J)': 'Ibiza',
      'Nissan Micra K12': 'Micra',
      'Opel Corsa D': 'Corsa',
      'BMW Série 3 (E90)': 'Série 3',
      'Mercedes-Benz Classe A (W168)': 'Classe A',
      'Fiat Grande Punto': 'Punto',
      'Peugeot 208 II': '208',
      'Volkswagen Polo Sedan': 'Polo',
      'Chery Tiggo 4': 'Tiggo 4',
      'Volvo XC60 I': 'XC60',
    }
    for (const [name, expected] of Object.entries(cases)) assert.equal(family(name), expected)
    for (const model of FLEET_MODELS) assert.isNotEmpty(familyOf(model))
  })

  test('a type has the years of its engine, and kilowatts from horsepower', ({ assert }) => {
    const dmax = FLEET_MODELS.find(({ model }) => model === 'D-Max II')!
    const late = vehicleTypesOf(dmax).filter(({ engineCode }) => engineCode === 'RZ4E')
    assert.isNotEmpty(late)
    for (const type of late) assert.deepEqual([type.from, type.to], [2016, 2020])
    assert.deepEqual([75, 90, 110, 150].map(kilowatts), [55, 66, 81, 110])
  })

  test('a VIN says the make', ({ assert }) => {
    assert.isAtLeast(Object.keys(WMI).length, 60)
    const slugs = new Set(FLEET_MAKES.map(({ slug }) => slug))
    for (const [code, slug] of Object.entries(WMI)) {
      assert.match(code, /^[A-HJ-NPR-Z0-9]{3}$/)
      assert.isTrue(slugs.has(slug), slug)
    }
    assert.equal(WMI.VF1, 'renault')
  })
})
