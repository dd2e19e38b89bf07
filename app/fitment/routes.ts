import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forReads, forStaffApi } from '#start/middleware'

const { Fitments, Garage, VehicleMakes, VehicleModels, VehicleTypes, Vins, admin } =
  controllers.fitment

router
  .group(() => {
    router.get('/vehicles/makes', [VehicleMakes, 'index']).as('vehicles.makes')
    router.get('/vehicles/makes/:slug/models', [VehicleModels, 'index']).as('vehicles.models')
    router.get('/vehicles/models/:slug/types', [VehicleTypes, 'index']).as('vehicles.types')
    router.get('/vehicles/types/:id', [VehicleTypes, 'show']).as('vehicles.type')
    router.get('/vehicles/vin/:vin', [Vins, 'show']).as('vehicles.vin')
    router.get('/garage', [Garage, 'index']).as('garage.index')
    router.post('/garage/vehicles', [Garage, 'store']).as('garage.store')
    router.delete('/garage/vehicles/:id', [Garage, 'destroy']).as('garage.destroy')
    router.get('/products/:slug/fitments', [Fitments, 'index']).as('products.fitments')
  })
  .prefix('/api/v1')
  .use(forReads)

router
  .post('/api/admin/vehicles/vin/:vin', [admin.VinConfirmationsApi, 'store'])
  .as('admin.vins.confirmations.store')
  .use(forStaffApi('products:write', 'write'))
