import { extendShell } from '#app/platform/shell/shell'

extendShell({
  navigation: [
    {
      label: 'access.staff.nav',
      href: '/admin/staff',
      icon: 'users',
      ability: 'staff:read',
      group: 'settings',
    },
    {
      label: 'access.role.nav',
      href: '/admin/roles',
      icon: 'shield-check',
      ability: 'roles:write',
      group: 'settings',
    },
  ],
})
