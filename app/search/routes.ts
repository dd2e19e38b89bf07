import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forReads, forStaffApi } from '#start/middleware'

const { admin, Equivalents, Products, ReferenceResolutions, Searches, Suggestions } =
  controllers.search

router
  .group(() => {
    router.get('/products', [Products, 'index']).as('products.index')
    router.get('/products/facets', [Products, 'facets']).as('products.facets')
    router.get('/products/:slug/equivalents', [Equivalents, 'index']).as('products.equivalents')
    router.get('/search', [Searches, 'index']).as('search')
    router.get('/search/suggest', [Suggestions, 'index']).as('search.suggestions')
    router.post('/references/resolve', [ReferenceResolutions, 'store']).as('references.resolve')
  })
  .prefix('/api/v1')
  .use(forReads)

const reads = forStaffApi('products:read')
const writes = forStaffApi('products:write', 'write')

router
  .group(() => {
    const { ConceptsApi, EquivalenceVerdictsApi, UnmetDemandApi } = admin
    router.get('/unmet-demand', [UnmetDemandApi, 'index']).as('unmet_demand.index').use(reads)
    router.post('/unmet-demand', [UnmetDemandApi, 'store']).as('unmet_demand.store').use(writes)
    router.get('/synonyms', [ConceptsApi, 'index']).as('concepts.index').use(reads)
    router.put('/synonyms/:code', [ConceptsApi, 'update']).as('concepts.update').use(writes)
    router.delete('/synonyms/:code', [ConceptsApi, 'destroy']).as('concepts.destroy').use(writes)
    router
      .put('/products/:id/equivalents/:otherId', [EquivalenceVerdictsApi, 'update'])
      .as('equivalence_verdicts.update')
      .use(writes)
  })
  .prefix('/api/admin')
  .as('admin')
