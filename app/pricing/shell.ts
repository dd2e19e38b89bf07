import { nameBrands, nameCategories } from '#app/catalogue/catalogue_names_query'
import { dinars } from '#app/money/dinars'
import { extendShell } from '#app/platform/shell/shell'
import { nameGroups } from '#app/pricing/customer_groups_query'

const amount = { text: (value: unknown) => dinars(Number(value)) }

extendShell({
  navigation: [
    {
      label: 'promotions.nav',
      href: '/admin/promotions',
      icon: 'ticket-percent',
      ability: 'promotions:read',
      group: 'sales',
    },
  ],
  audited: [
    {
      entity: 'promotions',
      page: { ability: 'promotions:read', href: (id) => `/admin/promotions/${id}` },
      fields: {
        amount,
        min_subtotal: amount,
        brand_id: { names: nameBrands },
        category_id: { names: nameCategories },
        group_id: { names: nameGroups },
      },
    },
  ],
})
