import { fitmentsInLog } from '#app/fitment/rules/fitments_in_log'
import { extendShell } from '#app/platform/shell/shell'

extendShell({
  navigation: [
    {
      label: 'vehicles.nav',
      href: '/admin/vehicles',
      icon: 'car',
      ability: 'products:read',
      group: 'catalogue',
    },
  ],
  audited: [
    { entity: 'products', fields: { fitments: { text: fitmentsInLog } } },
    {
      entity: 'vehicle_types',
      fields: { body: { words: 'vehicles.body' }, fuel: { words: 'vehicles.fuel' } },
    },
    ...(['makes', 'models', 'types'] as const).map((kind) => ({
      entity: `vehicle_${kind}`,
      page: {
        ability: 'products:read' as const,
        href: (id: string) => `/admin/vehicles/${kind}/${id}`,
      },
    })),
  ],
  tabs: [
    {
      entity: 'products',
      label: 'fitments.tab',
      ability: 'products:read',
      href: (id) => `/admin/products/${id}/fitments`,
    },
  ],
})
