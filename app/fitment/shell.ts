import { fitmentsInLog } from '#app/fitment/fitments_in_log'
import { extendShell } from '#app/platform/shell/shell'

extendShell({
  audited: [{ entity: 'products', fields: { fitments: { text: fitmentsInLog } } }],
  navigation: [
    {
      label: 'vehicles.nav',
      href: '/admin/vehicles',
      icon: 'car',
      ability: 'products:read',
      group: 'catalogue',
    },
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
