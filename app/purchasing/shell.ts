import { dinars } from '#app/money/dinars'
import { sql } from '#app/platform/database/sql'
import { extendShell } from '#app/platform/shell/shell'
import { day } from '#app/platform/views/moments'
import { countLateOrders } from '#app/purchasing/purchase_orders_query'
import { purchasingPalette } from '#app/purchasing/purchasing_palette'
import { staffNames } from '#app/staff/members/staff_names'

/** Money is kept in millimes; what things cost is a right of its own. */
const cost = { ability: 'costs:read', text: (value: unknown) => dinars(Number(value)) }

const named = (actor: string, name?: string): [string, string][] =>
  actor.startsWith('staff:') && name ? [[actor, name]] : []

extendShell({
  navigation: [
    {
      label: 'purchases.nav',
      href: '/admin/purchase-orders',
      icon: 'clipboard-list',
      ability: 'purchases:read',
      group: 'sales',
    },
    {
      label: 'suppliers.nav',
      href: '/admin/suppliers',
      icon: 'factory',
      ability: 'purchases:read',
      group: 'sales',
    },
  ],
  actions: [
    {
      label: 'purchases.add',
      href: '/admin/purchase-orders/new',
      icon: 'truck',
      ability: 'purchases:write',
    },
    {
      label: 'suppliers.add',
      href: '/admin/suppliers/new',
      icon: 'factory',
      ability: 'purchases:write',
    },
  ],
  palette: [{ label: 'purchases.title', ability: 'purchases:read', search: purchasingPalette }],
  todos: [
    {
      label: 'purchases.todo_late',
      ability: 'purchases:write',
      icon: 'calendar-clock',
      tone: 'warn',
      href: '/admin/purchase-orders?late=1',
      count: countLateOrders,
    },
  ],
  audited: [
    {
      entity: 'suppliers',
      page: { ability: 'purchases:read', href: (id) => `/admin/suppliers/${id}` },
      fields: { minimum_order: { text: (value) => dinars(Number(value)) } },
    },
    { entity: 'supplier_offers', fields: { cost } },
    {
      entity: 'purchase_orders',
      page: {
        ability: 'purchases:read',
        href: (_id, number) => `/admin/purchase-orders/${number}`,
      },
      fields: {
        supplier_id: { names: nameSuppliers },
        location_id: { names: nameLocations },
        created_by: { names: nameAuthors },
        expected_on: { text: (value) => day(new Date(String(value))) },
      },
    },
    { entity: 'purchase_order_lines', fields: { cost } },
  ],
})

async function nameSuppliers(ids: string[]) {
  const rows = await sql<{ id: string; name: string }>(
    'select id::text, name from suppliers where id = any ($1::int[])',
    [ids]
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function nameLocations(ids: string[]) {
  const rows = await sql<{ id: string; name: string }>(
    'select id::text, name from locations where id = any ($1::int[])',
    [ids]
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Of those who work here: `staff:3` is who it names. */
async function nameAuthors(actors: string[]) {
  const idOf = (actor: string) => actor.slice(actor.indexOf(':') + 1)
  const names = await staffNames.names(actors.map(idOf))
  return new Map(actors.flatMap((actor) => named(actor, names.get(idOf(actor)))))
}
