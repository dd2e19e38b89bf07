import { sql } from '#app/platform/database/sql'
import { addFitment } from '#app/fitment/add_fitment'
import type { FilledForm } from '#tests/support/access_forms'
import { createProduct, seeChanges } from '#tests/support/catalogue'
import { createStaff, TESTING } from '#tests/support/staff'
import { createFitment, createVehicle } from '#tests/support/vehicles'
import { loggedIn } from '#tests/support/web_visitor'

let serial = 0

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
  return { page, fields, action, browser: await loggedIn(await createStaff()) }
}

/** Forms about vehicles and what fits them. */
export const fitmentForms: Record<string, () => Promise<FilledForm>> = {
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
}
