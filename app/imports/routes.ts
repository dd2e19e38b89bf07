import router from '@adonisjs/core/services/router'
import { MOVE_NAMES } from '#app/imports/runs/import_run_state'
import { oneOf } from '#app/platform/http/one_of'
import { controllers } from '#generated/controllers'
import {
  forStaffApi,
  forStaffApiUploads,
  forStaffPages,
  forStaffUploads,
  middleware,
} from '#start/middleware'

const { admin } = controllers.imports

const reads = forStaffPages('imports:read')
const writes = forStaffPages('imports:write')
const readsOne = [...reads, middleware.rightToList({ doing: 'read' })]
const writesOne = [...writes, middleware.rightToList({ doing: 'write' })]

router
  .group(() => {
    const { Imports, ImportColumns, ImportErrors, ImportMoves } = admin
    router.get('/', [Imports, 'index']).as('index').use(reads)
    router.get('/new', [Imports, 'create']).as('create').use(writes)
    router.post('/', [Imports, 'store']).as('store').use(forStaffUploads('imports:write'))
    router.get('/:id', [Imports, 'show']).as('show').use(readsOne)
    router.get('/:id/errors.csv', [ImportErrors, 'show']).as('errors').use(readsOne)
    router.get('/:id/columns', [ImportColumns, 'edit']).as('columns.edit').use(writesOne)
    router.post('/:id/columns', [ImportColumns, 'store']).as('columns.store').use(writesOne)
    router.post('/:id/:move', [ImportMoves, 'store']).as('moves.store').use(writesOne)
  })
  .prefix('/admin/imports')
  .as('imports')
  .where('move', oneOf(MOVE_NAMES))

router
  .get('/admin/products/export.csv', [admin.Exports, 'index'])
  .as('exports.show')
  .use(forStaffPages('products:read', 'exports:read'))

const apiReads = forStaffApi('imports:read')
const apiWrites = forStaffApi('imports:write', 'write')
const apiReadsOne = [...apiReads, middleware.rightToList({ doing: 'read' })]
const apiWritesOne = [...apiWrites, middleware.rightToList({ doing: 'write' })]

router
  .group(() => {
    const { Exports, ImportColumnsApi, ImportErrors, ImportMovesApi, ImportsApi } = admin
    router.get('/imports', [ImportsApi, 'index']).as('imports.index').use(apiReads)
    router.get('/imports/:id', [ImportsApi, 'show']).as('imports.show').use(apiReadsOne)
    router
      .get('/imports/:id/errors.csv', [ImportErrors, 'show'])
      .as('imports.errors')
      .use(apiReadsOne)
    router
      .get('/imports/:id/columns', [ImportColumnsApi, 'show'])
      .as('imports.columns.show')
      .use([...forStaffApi('imports:write'), middleware.rightToList({ doing: 'write' })])
    router
      .put('/imports/:id/columns', [ImportColumnsApi, 'update'])
      .as('imports.columns.update')
      .use(apiWritesOne)
    router
      .post('/imports/:id/:move', [ImportMovesApi, 'store'])
      .as('imports.moves.store')
      .use(apiWritesOne)
    router
      .post('/products/import', [ImportsApi, 'store'])
      .as('imports.store')
      .use(forStaffApiUploads('imports:write'))
    router
      .get('/exports', [Exports, 'index'])
      .as('exports')
      .use(forStaffApi('exports:read', 'export'))
  })
  .prefix('/api/admin')
  .as('admin')
  .where('move', oneOf(MOVE_NAMES))
