import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forReads, forSearches, forStaffApi, forStaffPages } from '#start/middleware'

const { admin, Equivalents, Facets, Products, ReferenceResolutions, Searches, Suggestions } =
  controllers.search

router
  .group(() => {
    router.get('/products', [Products, 'index']).as('products.index')
    router.get('/products/facets', [Facets, 'index']).as('products.facets')
    router.get('/products/:slug/equivalents', [Equivalents, 'index']).as('products.equivalents')
  })
  .prefix('/api/v1')
  .use(forReads)

router
  .group(() => {
    router.get('/search', [Searches, 'index']).as('search')
    router.get('/search/suggest', [Suggestions, 'index']).as('search.suggestions')
    router.post('/references/resolve', [ReferenceResolutions, 'store']).as('references.resolve')
  })
  .prefix('/api/v1')
  .use(forSearches)

const reads = forStaffApi('products:read')
const writes = forStaffApi('products:write', 'write')
const words = forStaffApi('words:write', 'write')

router
  .group(() => {
    const { ConceptsApi, EquivalenceVerdictsApi, UnmetDemandApi } = admin
    router.get('/unmet-demand', [UnmetDemandApi, 'index']).as('unmet_demand.index').use(reads)
    router.post('/unmet-demand', [UnmetDemandApi, 'store']).as('unmet_demand.store').use(writes)
    router.get('/synonyms', [ConceptsApi, 'index']).as('concepts.index').use(reads)
    router.put('/synonyms/:code', [ConceptsApi, 'update']).as('concepts.update').use(words)
    router.delete('/synonyms/:code', [ConceptsApi, 'destroy']).as('concepts.destroy').use(words)
    router
      .put('/products/:id/equivalents/:otherId', [EquivalenceVerdictsApi, 'update'])
      .as('equivalence_verdicts.update')
      .use(writes)
  })
  .prefix('/api/admin')
  .as('admin')

const opens = forStaffPages('products:read')
const edits = forStaffPages('words:write')
const judges = forStaffPages('products:write')

router
  .group(() => {
    const { Concepts, EquivalenceVerdicts, UnmetDemand } = admin
    router.get('/unmet-demand', [UnmetDemand, 'index']).as('unmet_demand.index').use(opens)
    router.post('/unmet-demand', [UnmetDemand, 'store']).as('unmet_demand.store').use(judges)
    router.get('/words', [Concepts, 'index']).as('words.index').use(opens)
    router.get('/words/new', [Concepts, 'create']).as('words.create').use(edits)
    router.post('/words', [Concepts, 'store']).as('words.store').use(edits)
    router.get('/words/:code', [Concepts, 'edit']).as('words.edit').use(opens)
    router.post('/words/:code/deletion', [Concepts, 'destroy']).as('words.destroy').use(edits)
    router
      .get('/products/:id/equivalents', [EquivalenceVerdicts, 'index'])
      .as('equivalents.index')
      .use(opens)
    router
      .post('/products/:id/equivalents/:otherId', [EquivalenceVerdicts, 'store'])
      .as('equivalents.store')
      .use(judges)
  })
  .prefix('/admin')
  .as('admin.search_pages')
