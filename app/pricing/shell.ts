import { nameBrands, nameCategories, nameProducts } from '#app/catalogue/catalogue_names_query'
import { dinars } from '#app/money/dinars'
import { extendShell } from '#app/platform/shell/shell'
import { nameGroups } from '#app/pricing/customer_groups_query'
import { nameLists } from '#app/pricing/price_lists_query'
import { pricesOfProductQuery } from '#app/pricing/prices_of_product_query'

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
    {
      label: 'price_lists.nav',
      href: '/admin/price-lists',
      icon: 'tags',
      ability: 'products:read',
      group: 'sales',
    },
    {
      label: 'price_lists.groups_nav',
      href: '/admin/customer-groups',
      icon: 'users-round',
      ability: 'customers:read',
      group: 'sales',
    },
  ],
  panels: [
    {
      entity: 'products',
      ability: 'products:read',
      view: 'admin/price_lists/of_product',
      load: async (id) => ({ prices: await pricesOfProductQuery(id) }),
    },
  ],
  actions: [
    {
      label: 'promotions.new',
      href: '/admin/promotions/new',
      icon: 'percent',
      ability: 'promotions:write',
    },
    {
      label: 'price_lists.new',
      href: '/admin/price-lists/new',
      icon: 'tags',
      ability: 'prices:write',
    },
    {
      label: 'price_lists.group_new',
      href: '/admin/customer-groups/new',
      icon: 'users',
      ability: 'customers:write',
    },
  ],
  audited: [
    {
      entity: 'promotions',
      page: { ability: 'promotions:read', href: (id) => `/admin/promotions/${id}` },
      fields: {
        kind: { words: 'promotions.kind' },
        amount,
        min_subtotal: amount,
        brand_id: { names: nameBrands },
        category_id: { names: nameCategories },
        group_id: { names: nameGroups },
      },
    },
    {
      entity: 'price_lists',
      page: { ability: 'products:read', href: (id) => `/admin/price-lists/${id}` },
      fields: { group_id: { names: nameGroups } },
    },
    {
      entity: 'price_rules',
      fields: {
        price: amount,
        product_id: { names: nameProducts },
        brand_id: { names: nameBrands },
        category_id: { names: nameCategories },
        price_list_id: { names: nameLists },
      },
    },
    {
      entity: 'customer_groups',
      page: { ability: 'customers:read', href: (id) => `/admin/customer-groups/${id}` },
    },
  ],
})
