import { dinars } from '#app/money/dinars'
import { extendShell } from '#app/platform/shell/shell'
import { invoicePalette } from '#app/invoicing/invoice_palette'
import { invoicePanel } from '#app/invoicing/invoice_panel'

extendShell({
  navigation: [
    {
      label: 'invoices.nav',
      href: '/admin/invoices',
      icon: 'file-text',
      ability: 'invoices:read',
      group: 'sales',
    },
  ],
  palette: [{ label: 'invoices.title', ability: 'invoices:read', search: invoicePalette }],
  panels: [
    {
      entity: 'orders',
      ability: 'invoices:read',
      view: 'admin/invoices/panel',
      load: invoicePanel,
    },
  ],
  audited: [
    {
      entity: 'invoices',
      page: { ability: 'invoices:read', href: (_id, number) => `/admin/invoices/${number}` },
      fields: {
        type: { words: 'invoices.type' },
        total: { text: (value) => dinars(Number(value)) },
      },
    },
  ],
})
