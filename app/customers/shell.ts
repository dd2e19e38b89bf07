import { extendShell } from '#app/platform/shell/shell'
import { customerEntries } from '#app/customers/customer_palette'
import { countCustomers } from '#app/customers/customers_query'
import { nameGroups } from '#app/pricing/customer_groups_query'

extendShell({
  navigation: [
    {
      label: 'customers.nav',
      shortcut: 'k',
      href: '/admin/customers',
      icon: 'contact',
      ability: 'customers:read',
      group: 'sales',
    },
  ],
  palette: [{ label: 'customers.title', ability: 'customers:read', search: customerEntries }],
  tabs: [
    {
      entity: 'customers',
      label: 'customers.tab_sheet',
      ability: 'customers:read',
      href: (id) => `/admin/customers/${id}`,
    },
  ],
  stats: [{ key: 'customers', ability: 'customers:read', count: countCustomers }],
  audited: [
    {
      entity: 'customers',
      page: { ability: 'customers:read', href: (id) => `/admin/customers/${id}` },
      fields: { customer_group_id: { names: nameGroups }, locale: { words: 'words.language' } },
    },
  ],
})
