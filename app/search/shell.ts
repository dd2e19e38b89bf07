import { extendShell } from '#app/platform/shell/shell'
import { wholeNumber } from '#app/platform/views/numbers'
import { listingGaps, type ListingGaps } from '#app/search/listing_gaps_query'
import { searchFreshness } from '#app/search/search_freshness'

const gap = (key: keyof ListingGaps) => async () => {
  const gaps = await listingGaps()
  return gaps[key]
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
        const { published, lowStock } = await listingGaps()
        return [
          {
            label: 'dashboard.active',
            value: wholeNumber(published),
            text: 'dashboard.published',
            href: '/admin/products?view=active',
          },
          {
            label: 'dashboard.low_stock',
            value: wholeNumber(lowStock),
            text: 'dashboard.few_left',
            href: '/admin/products?view=low-stock',
          },
        ]
      },
    },
  ],
  stats: [{ key: 'lowStock', ability: 'dashboard:read', count: gap('lowStock') }],
  todos: [
    {
      label: 'dashboard.todo_out_of_stock',
      ability: 'products:read',
      icon: 'package-x',
      tone: 'warn',
      href: '/admin/products?view=out-of-stock',
      count: gap('outOfStock'),
    },
    {
      label: 'dashboard.todo_without_image',
      ability: 'products:write',
      icon: 'image-off',
      tone: 'info',
      href: '/admin/products?view=without-image',
      count: gap('withoutImage'),
    },
    {
      label: 'dashboard.todo_without_arabic',
      ability: 'products:write',
      icon: 'languages',
      tone: 'info',
      href: '/admin/products?view=without-arabic',
      count: gap('withoutArabic'),
    },
  ],
  health: [{ label: 'system.health_search', check: searchFreshness }],
})
