import { extendShell } from '#app/platform/shell/shell'

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
})
