import router from '@adonisjs/core/services/router'
import { oneOf } from '#app/platform/http/one_of'
import { MOVE_NAMES } from '#app/purchasing/purchase_order_state'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffPages } from '#start/middleware'

const { admin } = controllers.purchasing

const reads = forStaffApi('purchases:read')
const writes = forStaffApi('purchases:write', 'write')

router
  .group(() => {
    const { SuppliersApi, OffersApi } = admin
    router.get('/', [SuppliersApi, 'index']).as('index').use(reads)
    router.post('/', [SuppliersApi, 'store']).as('store').use(writes)
    router.get('/:id', [SuppliersApi, 'show']).as('show').use(reads)
    router.patch('/:id', [SuppliersApi, 'update']).as('update').use(writes)
    router.get('/:id/offers', [OffersApi, 'index']).as('offers.index').use(reads)
    router.put('/:id/offers/:productId', [OffersApi, 'update']).as('offers.update').use(writes)
    router.delete('/:id/offers/:productId', [OffersApi, 'destroy']).as('offers.destroy').use(writes)
  })
  .prefix('/api/admin/suppliers')
  .as('admin.suppliers')

router
  .group(() => {
    const { PurchaseOrdersApi, PurchaseLinesApi, PurchaseMovesApi, PurchaseReceiptsApi } = admin
    router.get('/', [PurchaseOrdersApi, 'index']).as('index').use(reads)
    router.post('/', [PurchaseOrdersApi, 'store']).as('store').use(writes)
    router.get('/:number', [PurchaseOrdersApi, 'show']).as('show').use(reads)
    router.patch('/:number', [PurchaseOrdersApi, 'update']).as('update').use(writes)
    router.put('/:number/lines', [PurchaseLinesApi, 'update']).as('lines').use(writes)
    router
      .post('/:number/receipts', [PurchaseReceiptsApi, 'store'])
      .as('receipts.store')
      .use(forStaffApi('stock:write', 'write'))
    router.post('/:number/:move', [PurchaseMovesApi, 'store']).as('moves.store').use(writes)
  })
  .prefix('/api/admin/purchase-orders')
  .as('admin.purchase_orders')
  .where('move', oneOf(MOVE_NAMES))

router
  .group(() => {
    router.get('/', [admin.PurchaseSuggestionsApi, 'index']).as('index').use(reads)
    router.post('/', [admin.PurchaseSuggestionsApi, 'store']).as('store').use(writes)
  })
  .prefix('/api/admin/purchase-suggestions')
  .as('admin.purchase_suggestions')

const opens = forStaffPages('purchases:read')
const edits = forStaffPages('purchases:write')

router
  .group(() => {
    const { Suppliers, Offers } = admin
    router.get('/', [Suppliers, 'index']).as('index').use(opens)
    router.get('/new', [Suppliers, 'create']).as('create').use(edits)
    router.post('/', [Suppliers, 'store']).as('store').use(edits)
    router.get('/:id', [Suppliers, 'show']).as('show').use(opens)
    router.get('/:id/edit', [Suppliers, 'edit']).as('edit').use(edits)
    router.post('/:id', [Suppliers, 'update']).as('update').use(edits)
    router.post('/:id/offers', [Offers, 'store']).as('offers.store').use(edits)
    router
      .post('/:id/offers/:productId/deletion', [Offers, 'destroy'])
      .as('offers.destroy')
      .use(edits)
  })
  .prefix('/admin/suppliers')
  .as('admin.supplier_pages')

router
  .group(() => {
    const { PurchaseOrders, PurchaseLines, PurchaseMoves, PurchasePrints, PurchaseReceipts } = admin
    const receives = forStaffPages('stock:write')
    router.get('/', [PurchaseOrders, 'index']).as('index').use(opens)
    router.get('/new', [PurchaseOrders, 'create']).as('create').use(edits)
    router.post('/', [PurchaseOrders, 'store']).as('store').use(edits)
    router.get('/:number', [PurchaseOrders, 'show']).as('show').use(opens)
    router.post('/:number', [PurchaseOrders, 'update']).as('update').use(edits)
    router.post('/:number/lines', [PurchaseLines, 'store']).as('lines').use(edits)
    router.get('/:number/print', [PurchasePrints, 'show']).as('print').use(opens)
    router.get('/:number/receipts/new', [PurchaseReceipts, 'create']).as('receive').use(receives)
    router.post('/:number/receipts', [PurchaseReceipts, 'store']).as('receipts').use(receives)
    router.post('/:number/:move', [PurchaseMoves, 'store']).as('moves').use(edits)
  })
  .prefix('/admin/purchase-orders')
  .as('admin.purchase_order_pages')
  .where('move', oneOf(MOVE_NAMES))

router
  .group(() => {
    router.get('/', [admin.PurchaseSuggestions, 'index']).as('index').use(opens)
    router.post('/', [admin.PurchaseSuggestions, 'store']).as('store').use(edits)
  })
  .prefix('/admin/purchase-suggestions')
  .as('admin.purchase_suggestion_pages')
