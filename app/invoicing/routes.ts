import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPurchases, forStaffApi, forStaffPages } from '#start/middleware'

const { OrderInvoices, admin } = controllers.invoicing

router
  .get('/api/v1/orders/:number/invoice.pdf', [OrderInvoices, 'show'])
  .as('orders.invoice')
  .use(forPurchases('read'))

router
  .group(() => {
    const reads = forStaffApi('invoices:read')
    const writes = forStaffApi('invoices:write', 'write')
    router.get('/', [admin.InvoicesApi, 'index']).as('index').use(reads)
    router.post('/', [admin.InvoicesApi, 'store']).as('store').use(writes)
    router.get('/:number', [admin.InvoicesApi, 'show']).as('show').use(reads)
    router.get('/:number/pdf', [admin.InvoicePdfs, 'show']).as('pdf').use(reads)
    router.post('/:number/credit-notes', [admin.CreditNotesApi, 'store']).as('credit').use(writes)
  })
  .prefix('/api/admin/invoices')
  .as('admin.invoices')

router
  .group(() => {
    const reads = forStaffPages('invoices:read')
    const writes = forStaffPages('invoices:write')
    router.get('/', [admin.Invoices, 'index']).as('index').use(reads)
    router.post('/', [admin.Invoices, 'store']).as('store').use(writes)
    router.get('/:number', [admin.Invoices, 'show']).as('show').use(reads)
    router.get('/:number/pdf', [admin.InvoicePdfs, 'show']).as('pdf').use(reads)
    router.post('/:number/credit-notes', [admin.CreditNotes, 'store']).as('credit').use(writes)
  })
  .prefix('/admin/invoices')
  .as('admin.invoice_pages')
