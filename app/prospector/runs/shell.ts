import { extendShell } from '#app/platform/shell/shell'

extendShell({
  navigation: [
    {
      ...{ label: 'prospector.nav', href: '/admin/prospector/runs', icon: 'radar' },
      ...{ ability: 'leads:read', group: 'sales' },
    },
  ],
})
