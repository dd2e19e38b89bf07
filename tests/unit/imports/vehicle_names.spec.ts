import { test } from '@japa/runner'
import { VehicleNames } from '#app/imports/fitments/vehicle_names'
import { VehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'

test.group('Names of cars in lists', () => {
  test('a spelling that one generation lists leaves the generation open', ({ assert }) => {
    const make = {
      ...{ id: 1, slug: 'isuzu', name: 'Isuzu', nameAr: null },
      ...{ wmis: [], aliases: [], popularity: 0 },
    }
    const model = (id: number, name: string, aliases: string[]) => ({
      ...{ id, makeId: 1, slug: `d-max-${id}`, name, nameAr: null, aliases },
      ...{ chassisCodes: [], yearFrom: 2002, yearTo: null, popularity: 0 },
    })
    const models = [model(1, 'D-Max I', ['Dmax']), model(2, 'D-Max II', [])]
    const names = new VehicleNames(new VehicleCatalogue([make], models, []))
    const found = names.findModels(['dmax'], 0)
    assert.deepEqual(
      found?.models.map(({ name }) => name),
      ['D-Max I', 'D-Max II']
    )
  })
})
