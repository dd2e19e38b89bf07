import { sql } from '#app/platform/database/sql'
import { addFitment } from '#app/fitment/rules/add_fitment'
import { confirmVehicle } from '#app/fitment/vin/confirm_vehicle'
import type { Forms } from '#tests/support/filled_form'
import { createProduct, seeChanges } from '#tests/support/catalogue'
import { TESTING } from '#tests/support/staff'
import { createFitment, createVehicle } from '#tests/support/vehicles'
import { ownersBrowser } from '#tests/support/web_visitor'

let serial = 0
const VIN = 'VF1BB1D0H12345678'

/** A car of its own make, which the shop knows of. */
export async function knownVehicle() {
  const make = `Marque ${process.pid} ${Date.now()} ${++serial}`
  const id = await createVehicle({ make })
  await seeChanges()
  const [car] = await sql<{ make: string; model: string; makeId: number; modelId: number }>(
    `select k.slug as make, m.slug as model, k.id as "makeId", m.id as "modelId"
     from vehicle_types t join vehicle_models m on m.id = t.model_id join vehicle_makes k on k.id = m.make_id
     where t.id = $1`,
    [id]
  )
  return { id, ...car }
}

/** A product with a rule and, besides, a vehicle said outright. */
export async function fittedProduct() {
  const { id, sku } = await createProduct()
  const [byRule, direct] = [await knownVehicle(), await knownVehicle()]
  const { ruleId } = await addFitment(id, { make: byRule.make }, TESTING)
  await createFitment(id, direct.id)
  return { id, sku, ruleId: ruleId!, vehicleTypeId: direct.id, make: byRule.make }
}

async function owners(page: string, fields: Record<string, string>, action: string) {
  return { page, fields, action, browser: await ownersBrowser() }
}

/** The form of a vehicle type. */
export const TYPE_FIELDS = {
  name: '1.5 dCi 110',
  body: 'hatchback',
  fuel: 'diesel',
  engineCode: 'K9K',
  displacementCc: '1461',
  powerKw: '81',
  producedFrom: '2013-01',
  producedTo: '2019-06',
}

/** Forms about vehicles and what fits them. */
export const fitmentForms: Forms = {
  '/admin/products/:id/fitments': async () => {
    const { id } = await createProduct()
    const { make } = await knownVehicle()
    const page = `/admin/products/${id}/fitments`
    return owners(`${page}?make=${make}`, { make, engineCode: 'K9K' }, page)
  },
  '/admin/products/:id/fitments/copies': async () => {
    const { sku } = await fittedProduct()
    const { id } = await createProduct()
    const page = `/admin/products/${id}/fitments`
    return owners(page, { from: sku }, `${page}/copies`)
  },
  '/admin/products/:id/fitments/:ruleId/deletion': async () => {
    const { id, ruleId } = await fittedProduct()
    const page = `/admin/products/${id}/fitments`
    return owners(page, {}, `${page}/${ruleId}/deletion`)
  },
  '/admin/products/:id/fitments/vehicles/:vehicleTypeId/deletion': async () => {
    const { id, vehicleTypeId } = await fittedProduct()
    const page = `/admin/products/${id}/fitments`
    return owners(page, {}, `${page}/vehicles/${vehicleTypeId}/deletion`)
  },
  '/admin/vehicles/vins/:vin/types/:vehicleTypeId': async () => {
    const { id } = await knownVehicle()
    const page = `/admin/vehicles/vins?vin=${VIN}`
    return owners(page, {}, `/admin/vehicles/vins/${VIN}/types/${id}`)
  },
  '/admin/vehicles/vins/:vin/types/:vehicleTypeId/withdrawal': async () => {
    const { id } = await knownVehicle()
    await confirmVehicle(VIN, id, TESTING)
    const page = `/admin/vehicles/vins?vin=${VIN}`
    return owners(page, {}, `/admin/vehicles/vins/${VIN}/types/${id}/withdrawal`)
  },
  '/admin/vehicles/:kind/:id/aliases': async () => {
    const { makeId } = await knownVehicle()
    const page = `/admin/vehicles/makes/${makeId}`
    return owners(page, { alias: 'la française' }, `${page}/aliases`)
  },
  '/admin/vehicles/:kind/:id/aliases/:aliasId/deletion': async () => {
    const { modelId } = await knownVehicle()
    const page = `/admin/vehicles/models/${modelId}`
    const [alias] = await sql<{ id: number }>(
      `insert into vehicle_aliases (model_id, alias) values ($1, 'Clio quatre') returning id`,
      [modelId]
    )
    return owners(page, {}, `${page}/aliases/${alias.id}/deletion`)
  },
  '/admin/vehicles/makes/:id': async () => {
    const { makeId } = await knownVehicle()
    const page = `/admin/vehicles/makes/${makeId}`
    return owners(page, { name: `Autre ${page}`, version: '1' }, page)
  },
  '/admin/vehicles/models/:id': async () => {
    const { modelId } = await knownVehicle()
    const page = `/admin/vehicles/models/${modelId}`
    return owners(page, { name: 'Clio 4', version: '1' }, page)
  },
  '/admin/vehicles/models/:id/types': async () => {
    const { modelId } = await knownVehicle()
    const page = `/admin/vehicles/models/${modelId}/types`
    return owners(`${page}/new`, TYPE_FIELDS, page)
  },
  '/admin/vehicles/types/:id': async () => {
    const { id } = await knownVehicle()
    const page = `/admin/vehicles/types/${id}`
    return owners(page, { ...TYPE_FIELDS, version: '1' }, page)
  },
}
