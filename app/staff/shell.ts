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
  actions: [
    {
      label: 'access.staff.new',
      href: '/admin/staff/new',
      icon: 'user-plus',
      ability: 'staff:write',
    },
    {
      label: 'access.role.new',
      href: '/admin/roles/new',
      icon: 'shield-check',
      ability: 'roles:write',
    },
  ],
  audited: [
    {
      entity: 'staff_members',
      page: { ability: 'staff:read', href: (id) => `/admin/staff/${id}` },
      fields: { locale: { words: 'words.language' } },
    },
    {
      entity: 'roles',
      page: { ability: 'roles:write', href: (_id, key) => `/admin/roles/${key}` },
    },
  ],
})
