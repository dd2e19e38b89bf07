import router from '@adonisjs/core/services/router'
import { ALIASED } from '#app/fitment/vehicles/staff_vehicle_validators'
import { oneOf } from '#app/platform/http/one_of'
import { controllers } from '#generated/controllers'
import { forReads, forStaffApi, forStaffPages } from '#start/middleware'

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
router
  .delete('/api/admin/vehicles/vin/:vin/types/:vehicleTypeId', [
    admin.VinConfirmationsApi,
    'destroy',
  ])
  .as('admin.vins.confirmations.destroy')
  .use(forStaffApi('products:write', 'write'))

const reads = forStaffApi('products:read')
const writes = forStaffApi('products:write', 'write')

router
  .group(() => {
    const { DirectFitmentsApi, FitmentCopiesApi, ProductFitmentsApi } = admin
    router.get('/', [ProductFitmentsApi, 'index']).as('fitments.index').use(reads)
    router.post('/', [ProductFitmentsApi, 'store']).as('fitments.store').use(writes)
    router.post('/copies', [FitmentCopiesApi, 'store']).as('fitments.copy').use(writes)
    router.delete('/:ruleId', [ProductFitmentsApi, 'destroy']).as('fitments.destroy').use(writes)
    router
      .delete('/vehicles/:vehicleTypeId', [DirectFitmentsApi, 'destroy'])
      .as('direct_fitments.destroy')
      .use(writes)
  })
  .prefix('/api/admin/products/:id/fitments')
  .as('admin')

const opens = forStaffPages('products:read')
const edits = forStaffPages('products:write')

router
  .group(() => {
    const { DirectFitments, FitmentCopies, ProductFitments } = admin
    router.get('/', [ProductFitments, 'index']).as('index').use(opens)
    router.post('/', [ProductFitments, 'store']).as('store').use(edits)
    router.post('/copies', [FitmentCopies, 'store']).as('copy').use(edits)
    router.post('/:ruleId/deletion', [ProductFitments, 'destroy']).as('destroy').use(edits)
    router
      .post('/vehicles/:vehicleTypeId/deletion', [DirectFitments, 'destroy'])
      .as('vehicles.destroy')
      .use(edits)
  })
  .prefix('/admin/products/:id/fitments')
  .as('admin.fitment_pages')

const changes = forStaffPages('vehicles:write')

router
  .group(() => {
    const { Makes, Models, Types, VehicleAliases, Vehicles, Vins: StaffVins } = admin
    router.get('/', [Vehicles, 'index']).as('index').use(opens)
    router.get('/vins', [StaffVins, 'show']).as('vins.show').use(opens)
    router.post('/vins/:vin/types/:vehicleTypeId', [StaffVins, 'store']).as('vins.store').use(edits)
    router
      .post('/vins/:vin/types/:vehicleTypeId/withdrawal', [StaffVins, 'destroy'])
      .as('vins.destroy')
      .use(edits)
    router.get('/makes/:id', [Makes, 'show']).as('makes.show').use(opens)
    router.post('/makes/:id', [Makes, 'update']).as('makes.update').use(changes)
    router.get('/models/:id', [Models, 'show']).as('models.show').use(opens)
    router.post('/models/:id', [Models, 'update']).as('models.update').use(changes)
    router.get('/models/:id/types/new', [Types, 'create']).as('types.create').use(changes)
    router.post('/models/:id/types', [Types, 'store']).as('types.store').use(changes)
    router.get('/types/:id', [Types, 'edit']).as('types.edit').use(opens)
    router.post('/types/:id', [Types, 'update']).as('types.update').use(changes)
    router.post('/:kind/:id/aliases', [VehicleAliases, 'store']).as('aliases.store').use(changes)
    router
      .post('/:kind/:id/aliases/:aliasId/deletion', [VehicleAliases, 'destroy'])
      .as('aliases.destroy')
      .use(changes)
  })
  .prefix('/admin/vehicles')
  .as('admin.vehicles')
  .where('kind', oneOf(ALIASED))

router
  .group(() => {
    const { MakesApi, ModelsApi, TypesApi, VehicleAliasesApi } = admin
    const writesVehicles = forStaffApi('vehicles:write', 'write')
    router.get('/makes', [MakesApi, 'index']).as('makes.index').use(reads)
    router.get('/makes/:id', [MakesApi, 'show']).as('makes.show').use(reads)
    router.patch('/makes/:id', [MakesApi, 'update']).as('makes.update').use(writesVehicles)
    router.get('/models', [ModelsApi, 'index']).as('models.index').use(reads)
    router.get('/models/:id', [ModelsApi, 'show']).as('models.show').use(reads)
    router.patch('/models/:id', [ModelsApi, 'update']).as('models.update').use(writesVehicles)
    router.get('/models/:id/types', [TypesApi, 'index']).as('types.index').use(reads)
    router.post('/models/:id/types', [TypesApi, 'store']).as('types.store').use(writesVehicles)
    router.get('/types/:id', [TypesApi, 'show']).as('types.show').use(reads)
    router.put('/types/:id', [TypesApi, 'update']).as('types.update').use(writesVehicles)
    router
      .post('/:kind/:id/aliases', [VehicleAliasesApi, 'store'])
      .as('aliases.store')
      .use(writesVehicles)
    router
      .delete('/:kind/:id/aliases/:aliasId', [VehicleAliasesApi, 'destroy'])
      .as('aliases.destroy')
      .use(writesVehicles)
  })
  .prefix('/api/admin/vehicles')
  .as('admin.vehicle_api')
  .where('kind', oneOf(ALIASED))
