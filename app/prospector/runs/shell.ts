import { extendShell } from '#app/platform/shell/shell'
import { prospectorHealth } from '#app/prospector/runs/prospector_health'

extendShell({
  navigation: [
    {
      ...{ label: 'prospector.nav', href: '/admin/prospector/runs', icon: 'radar' },
      ...{ ability: 'leads:read', group: 'sales' },
    },
  ],
  health: [{ label: 'prospector.health', check: prospectorHealth }],
})
