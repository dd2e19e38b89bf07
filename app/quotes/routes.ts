import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPages, forPurchases, forStaffApi, forStaffPages } from '#start/middleware'

const { Quotes, QuoteAcceptances, QuotePages, QuotePageAcceptances, admin } = controllers.quotes

router
  .group(() => {
    router.post('/', [Quotes, 'store']).as('store').use(forPurchases('write'))
    router.get('/:number', [Quotes, 'show']).as('show').use(forPurchases('read'))
    router
      .post('/:number/acceptance', [QuoteAcceptances, 'store'])
      .as('accept')
      .use(forPurchases('write'))
  })
  .prefix('/api/v1/quotes')
  .as('quotes')

router.get('/quotes/:number', [QuotePages, 'show']).as('quote_pages.show').use(forPages)
router
  .post('/quotes/:number/acceptance', [QuotePageAcceptances, 'store'])
  .as('quote_pages.accept')
  .use(forPages)

router
  .group(() => {
    const reads = forStaffApi('orders:read')
    const writes = forStaffApi('orders:write', 'write')
    router.get('/', [admin.QuotesApi, 'index']).as('index').use(reads)
    router.get('/:number', [admin.QuotesApi, 'show']).as('show').use(reads)
    router
      .post('/:number/acceptance', [admin.QuoteAcceptancesApi, 'store'])
      .as('accept')
      .use(writes)
    router.post('/:number/extension', [admin.QuoteExtensionsApi, 'store']).as('extend').use(writes)
    router.post('/:number/refusal', [admin.QuoteRefusalsApi, 'store']).as('refuse').use(writes)
  })
  .prefix('/api/admin/quotes')
  .as('admin.quotes')

router
  .group(() => {
    const reads = forStaffPages('orders:read')
    const writes = forStaffPages('orders:write')
    router.get('/', [admin.QuoteDesk, 'index']).as('index').use(reads)
    router.get('/new', [admin.QuoteDesk, 'create']).as('create').use(writes)
    router.post('/', [admin.QuoteDesk, 'store']).as('store').use(writes)
    router.post('/counter-sales', [admin.CounterSales, 'store']).as('sell').use(writes)
    router.get('/counter-sales/:number', [admin.CounterSales, 'show']).as('receipt').use(reads)
    router
      .get('/counter-sales/:number/invoice', [admin.CounterInvoices, 'show'])
      .as('invoice')
      .use(reads)
    router
      .post('/counter-sales/:number/invoice', [admin.CounterInvoices, 'store'])
      .as('issue')
      .use(writes)
    router
      .get('/counter-sales/:number/invoice/pdf', [admin.CounterInvoicePdfs, 'show'])
      .as('invoice_pdf')
      .use(reads)
    router.get('/:number', [admin.QuoteDesk, 'show']).as('show').use(reads)
    router.post('/:number/acceptance', [admin.QuoteAcceptances, 'store']).as('accept').use(writes)
    router.post('/:number/extension', [admin.QuoteExtensions, 'store']).as('extend').use(writes)
    router.post('/:number/refusal', [admin.QuoteRefusals, 'store']).as('refuse').use(writes)
  })
  .prefix('/admin/quotes')
  .as('admin.quote_pages')
