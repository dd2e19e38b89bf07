import { extendShell } from '#app/platform/shell/shell'

extendShell({
  tabs: [
    {
      entity: 'products',
      label: 'products.tab_kit',
      ability: 'products:read',
      href: (id) => `/admin/products/${id}/kit`,
    },
  ],
})
