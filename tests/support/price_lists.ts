import { sql } from '#app/platform/database/sql'
import type { PriceListInput, PriceRuleInput } from '#app/pricing/price_list_validators'
import { createCustomerGroup } from '#app/pricing/write_customer_group'
import { createPriceList } from '#app/pricing/write_price_list'
import { setPriceRule } from '#app/pricing/write_price_rule'
import { createProduct } from '#tests/support/catalogue'
import type { AcceptedBody } from '#tests/support/accepted_bodies'
import type { FilledForm, Forms } from '#tests/support/filled_form'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

let serial = 0
const newGroupCode = () => `g_${process.pid}_${Date.now()}_${++serial}`

/** A group that nobody is in. */
export async function createGroup(name = 'Garages') {
  const code = newGroupCode()
  return { id: await createCustomerGroup({ name, code }, TESTING), code }
}

/** A list for everybody, or as it is said; with these rules. Resolves with its id. */
export async function createList(
  given: Partial<PriceListInput> = {},
  rules: PriceRuleInput[] = []
): Promise<number> {
  const id = await createPriceList({ name: 'Liste', ...given }, TESTING)
  for (const rule of rules) await setPriceRule(id, rule, { acting: TESTING })
  return id
}

/** A list that has ended, so that no cart of another test sees it, with one rule. */
export async function endedList() {
  const { sku } = await createProduct()
  const id = await createList({ isActive: false }, [{ sku, percentOff: 5 }])
  const [{ ruleId }] = await sql<{ ruleId: number }>(
    'select id as "ruleId" from price_rules where price_list_id = $1',
    [id]
  )
  return { id, ruleId, sku }
}

/** What hostile requests about prices need: some to look at and change, some to delete. */
export async function existingPrices() {
  const [list, spare, group, spareGroup] = [
    ...[await endedList(), await endedList()],
    ...[await createGroup(), await createGroup()],
  ] as const
  return {
    ...{ priceListId: String(list.id), priceRuleId: String(list.ruleId), ruleSku: list.sku },
    sparePriceListId: String(spare.id),
    ...{ groupId: String(group.id), spareGroupId: String(spareGroup.id) },
  }
}

/** Bodies that are accepted, for the routes of prices. */
export const priceBodies: Record<string, () => Promise<AcceptedBody>> = {
  'post /api/admin/customer-groups': async () => ({
    url: '/api/admin/customer-groups',
    body: { name: 'Garages', code: newGroupCode() },
  }),
  'patch /api/admin/customer-groups/{id}': async () => {
    const { id } = await createGroup()
    return { url: `/api/admin/customer-groups/${id}`, body: { name: 'Revendeurs' } }
  },
  'post /api/admin/price-lists': async () => ({
    url: '/api/admin/price-lists',
    body: { name: 'Garages', isActive: false },
  }),
  'put /api/admin/price-lists/{id}': async () => {
    const { id } = await endedList()
    return { url: `/api/admin/price-lists/${id}`, body: { name: 'Autre', isActive: false } }
  },
  'post /api/admin/price-lists/{id}/rules': async () => {
    const { id, sku } = await endedList()
    return { url: `/api/admin/price-lists/${id}/rules`, body: { sku, percentOff: 7 } }
  },
}

async function about(page: string, action = '', fields = {}): Promise<FilledForm> {
  return { page, action: page + action, fields, browser: await loggedIn(await createStaff()) }
}

const aboutGroup = async (action: string, fields = {}) => {
  const { id } = await createGroup()
  return about(`/admin/customer-groups/${id}`, action, fields)
}

/** Forms about prices. */
export const priceForms: Forms = {
  '/admin/customer-groups': async () => ({
    page: '/admin/customer-groups/new',
    fields: { name: 'Garages', code: newGroupCode() },
    browser: await loggedIn(await createStaff()),
  }),
  '/admin/customer-groups/:id': () => aboutGroup('', { name: 'Revendeurs', version: '1' }),
  '/admin/customer-groups/:id/deletion': () => aboutGroup('/deletion'),
  '/admin/price-lists': async () => ({
    page: '/admin/price-lists/new',
    fields: { name: 'Garages', minQuantity: '4', startsOn: '2090-01-01' },
    browser: await loggedIn(await createStaff()),
  }),
  '/admin/price-lists/:id': async () => {
    const { id } = await endedList()
    return about(`/admin/price-lists/${id}`, '', { name: 'Autre' })
  },
  '/admin/price-lists/:id/deletion': async () => {
    const { id } = await endedList()
    return about(`/admin/price-lists/${id}`, '/deletion')
  },
  '/admin/price-lists/:id/rules': async () => {
    const { id, sku } = await endedList()
    return about(`/admin/price-lists/${id}`, '/rules', { sku, percentOff: '5' })
  },
  '/admin/price-lists/:id/rules/:ruleId/deletion': async () => {
    const { id, ruleId } = await endedList()
    return about(`/admin/price-lists/${id}`, `/rules/${ruleId}/deletion`)
  },
}
