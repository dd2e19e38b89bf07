import { test } from '@japa/runner'
import type { Model } from '#app/fitment/vehicles/vehicle_catalogue'
import { namesOfModels } from '#app/search/understanding/model_names'

const model = (name: string, nameAr: string, aliases: string[]): Model => ({
  ...{
    id: 0,
    makeId: 1,
    slug: name,
    chassisCodes: [],
    yearFrom: 2000,
    yearTo: null,
    popularity: 0,
  },
  ...{ name, nameAr, aliases },
})

test.group('Names of models', () => {
  const fifth = model('Hilux V', 'هيلوكس 5', ['هايلوكس', 'Hilux ancien'])
  const seventh = model('Hilux VII', 'هيلوكس 7', ['Vigo'])
  const bracketed = model('Polo V (6R)', 'بولو 5', ['Pollo'])
  const names = namesOfModels([fifth, seventh, bracketed])

  test('a generation is also said with a figure, or not at all', ({ assert }) => {
    assert.includeMembers(names.get(seventh)!, ['Hilux VII', 'Hilux 7', 'hilux7', 'Hilux'])
  })

  test('a spelling that one generation lists is one of them all', ({ assert }) => {
    assert.includeMembers(names.get(seventh)!, ['هايلوكس', 'هايلوكس 7'])
    assert.includeMembers(names.get(bracketed)!, ['Pollo', 'Pollo 5'])
  })

  test('a name of its own stays with its generation', ({ assert }) => {
    assert.include(names.get(seventh)!, 'Vigo')
    assert.notIncludeMembers(names.get(fifth)!, ['Vigo'])
    assert.notInclude(names.get(seventh)!, 'Hilux ancien')
  })
})
