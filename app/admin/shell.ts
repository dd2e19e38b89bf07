import { extendShell } from '#app/platform/shell/shell'

extendShell({
  navigation: [
    {
      label: 'dashboard.nav',
      shortcut: 't',
      href: '/admin',
      icon: 'layout-dashboard',
      ability: 'dashboard:read',
      group: 'daily',
    },
  ],
})
