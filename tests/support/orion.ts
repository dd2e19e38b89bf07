import { randomUUID } from 'node:crypto'
import { sql } from '#app/platform/database/sql'
import { writeOffer } from '#app/purchasing/write_offer'
import type { AcceptedBody } from '#tests/support/accepted_bodies'
import { createProduct } from '#tests/support/catalogue'
import type { FilledForm } from '#tests/support/filled_form'
import { newSupplier } from '#tests/support/purchasing'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

/** An open insight about a product of its own. */
export async function openInsight(): Promise<number> {
  const { id } = await createProduct()
  const [insight] = await sql<{ id: number }>(
    `insert into insights (kind, product_id, value, arithmetic)
     values ('dead_stock', $1, 90000, '{"onHand": 3, "expected": 0.1, "chance": 0.9, "worth": 30000}') returning id`,
    [id]
  )
  return insight.id
}

/** A forecast of the product, and the id of an insight as text: what hostile requests need. */
export async function forecastInsight(sku: string): Promise<string> {
  await someForecast(sku)
  return String(await openInsight())
}

/** An open proposal to buy pieces of a product of its own. */
export async function openProposal(): Promise<number> {
  const [supplier, product] = [
    await newSupplier(),
    await createProduct({ sku: `O-${randomUUID()}` }),
  ]
  await writeOffer({ supplierId: supplier.id, productId: product.id }, { cost: 1_000 }, TESTING)
  const [proposal] = await sql<{ id: number }>(
    `insert into purchase_proposals (product_id, supplier_id, quantity, cost, value, arithmetic)
     values ($1, $2, 4, 1000, 8000, '{"class": "A", "level": 0.95, "upTo": 4, "available": 0, "incoming": 0,
       "missing": 4, "pack": 1, "minimum": 1, "leadDays": 21, "price": 2000}') returning id`,
    [product.id, supplier.id]
  )
  return proposal.id
}

/** A forecast of one month of a product, by a model that was never trained. */
export async function someForecast(sku: string): Promise<void> {
  await sql(
    `with model as (
       insert into forecast_models (key, known_until, months, parts, seed, manifest, evaluation)
       values (gen_random_uuid()::text, '2026-11-01', 24, 1, 1, '{"sets": [{"lead": 0, "choices": {}}]}',
         '{"report": null, "stock": null}') returning id
     ), run as (
       insert into forecast_runs (model_id, origin, horizon, parts)
       select id, '2026-11-01', 1, 1 from model returning id, model_id
     ), pointed as (
       update forecast_state set model_id = run.model_id, run_id = run.id from run
     )
     insert into forecasts (run_id, product_id, demand_class, model, known_months, history, means, q50, q90, q95, q99,
       lead_model, lead_days, lead_months, lead_mean, lead_quantiles, facts, expected)
     select run.id, p.id, 'smooth', 'sba', 24, '{1}', '{1}', '{1}', '{2}', '{2}', '{3}', 'sba', 21, 1, 1,
       '{1,1,1,1,1,1,2,2,2,2,3,3,3}', '{}', 1
     from run, products p where p.sku = $1`,
    [sku]
  )
}

/** No run of Orion waits for a worker: in tests there is none. */
export async function nothingUnderWay(): Promise<void> {
  await sql(
    `update scheduled_runs set state = 'done', finished_at = now()
     where task in ('orion_train', 'orion_forecast') and state = 'queued'`
  )
}

/** Bodies that are accepted by the API of Orion. */
export const orionBodies: Record<string, () => Promise<AcceptedBody>> = {
  'patch /api/admin/orion/settings': async () => ({
    url: '/api/admin/orion/settings',
    body: { levelA: 0.95, budget: null },
  }),
  'patch /api/admin/insights/{id}': async () => ({
    url: `/api/admin/insights/${await openInsight()}`,
    body: { status: 'done' },
  }),
  'post /api/admin/purchase-proposals/acceptance': async () => ({
    url: '/api/admin/purchase-proposals/acceptance',
    body: { ids: [await openProposal()] },
  }),
  'post /api/admin/purchase-proposals/refusal': async () => ({
    url: '/api/admin/purchase-proposals/refusal',
    body: { ids: [await openProposal()] },
  }),
}

/** Forms of Orion. */
export const orionForms: Record<string, () => Promise<FilledForm>> = {
  '/admin/forecasts/model/training': async () => {
    await nothingUnderWay()
    return filled('/admin/forecasts/model', '/admin/forecasts/model/training', {})
  },
  '/admin/forecasts/settings': () =>
    filled('/admin/forecasts/settings', '/admin/forecasts/settings', {
      ...{ levelA: '95', levelB: '90', levelC: '80' },
      ...{ leadDays: '14', reviewDays: '7', budget: '', horizon: '12' },
    }),
  '/admin/insights/:id': async () => {
    const action = `/admin/insights/${await openInsight()}`
    return filled('/admin/insights', action, { status: 'done' })
  },
  '/admin/purchase-proposals/acceptance': () => answered('acceptance'),
  '/admin/purchase-proposals/refusal': () => answered('refusal'),
}

async function answered(way: string): Promise<FilledForm> {
  const page = '/admin/purchase-proposals'
  return filled(page, `${page}/${way}`, { 'ids[]': String(await openProposal()) })
}

async function filled(
  page: string,
  action: string,
  fields: Record<string, string>
): Promise<FilledForm> {
  return { page, action, fields, browser: await loggedIn(await createStaff()) }
}
