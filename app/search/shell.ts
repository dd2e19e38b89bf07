import { extendShell } from '#app/platform/shell/shell'
import { wholeNumber } from '#app/platform/views/numbers'
import type { View } from '#app/catalogue/products/product_filter'
import { viewCounts } from '#app/catalogue/products/product_rows_query'
import { searchFreshness } from '#app/search/index/search_freshness'

/** The lists that staff work through are counted once for all who ask. */
const inView = (view: View) => async () => {
  const counts = await viewCounts()
  return counts[view]
}

extendShell({
  navigation: [
    {
      label: 'unmet.nav',
      shortcut: 'd',
      href: '/admin/unmet-demand',
      icon: 'phone-missed',
      ability: 'products:read',
      group: 'catalogue',
    },
    {
      label: 'words.nav',
      href: '/admin/words',
      icon: 'languages',
      ability: 'products:read',
      group: 'catalogue',
    },
  ],
  actions: [
    { label: 'words.add', href: '/admin/words/new', icon: 'languages', ability: 'words:write' },
  ],
  tabs: [
    {
      entity: 'products',
      label: 'equivalents.tab',
      ability: 'products:read',
      href: (id) => `/admin/products/${id}/equivalents`,
    },
  ],
  figures: [
    {
      ability: 'products:read',
      async load() {
        const counts = await viewCounts()
        return [
          {
            label: 'dashboard.active',
            value: wholeNumber(counts.active),
            text: 'dashboard.published',
            href: '/admin/products?view=active',
          },
          {
            label: 'dashboard.low_stock',
            value: wholeNumber(counts['low-stock']),
            text: 'dashboard.few_left',
            href: '/admin/products?view=low-stock',
          },
        ]
      },
    },
  ],
  stats: [{ key: 'lowStock', ability: 'dashboard:read', count: inView('low-stock') }],
  todos: [
    {
      label: 'dashboard.todo_out_of_stock',
      ability: 'products:read',
      icon: 'package-x',
      tone: 'warn',
      href: '/admin/products?view=out-of-stock',
      count: inView('out-of-stock'),
    },
    {
      label: 'dashboard.todo_without_image',
      ability: 'products:write',
      icon: 'image-off',
      tone: 'info',
      href: '/admin/products?view=without-image',
      count: inView('without-image'),
    },
    {
      label: 'dashboard.todo_without_arabic',
      ability: 'products:write',
      icon: 'languages',
      tone: 'info',
      href: '/admin/products?view=without-arabic',
      count: inView('without-arabic'),
    },
  ],
  audited: [
    {
      entity: 'concepts',
      page: { ability: 'products:read', href: (_id, code) => `/admin/words/${code}` },
      fields: { kind: { words: 'words.kind' } },
    },
    { entity: 'synonyms', fields: { language: { words: 'words.language' } } },
  ],
  health: [{ label: 'system.health_search', check: searchFreshness }],
})
