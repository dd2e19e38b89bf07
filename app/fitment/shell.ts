import { extendShell } from '#app/platform/shell/shell'

extendShell({
  tabs: [
    {
      entity: 'products',
      label: 'fitments.tab',
      ability: 'products:read',
      href: (id) => `/admin/products/${id}/fitments`,
    },
  ],
})
