import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forStaffApi, forStaffPages } from '#start/middleware'

const { admin } = controllers.prospector

const reads = forStaffApi('leads:read')
const writes = forStaffApi('leads:write', 'write')

router
  .group(() => {
    router.get('/', [admin.LeadsApi, 'index']).as('index').use(reads)
    router.get('/:id', [admin.LeadsApi, 'show']).as('show').use(reads)
    router.patch('/:id', [admin.LeadsApi, 'update']).as('update').use(writes)
  })
  .prefix('/api/admin/leads')
  .as('admin.leads')

/** The same list under the address that programs of former days know. */
router.get('/prospector/leads', [admin.LeadsApi, 'index']).as('prospector.leads').use(reads)

const opens = forStaffPages('leads:read')
const edits = forStaffPages('leads:write')
const rules = forStaffPages('leads:rules')

router
  .group(() => {
    const { Leads, LeadRules, LeadRoutes, LeadExports, LeadSuspicions, LeadMerges } = admin
    const { LeadMoves, LeadNotes, LeadContacts, LeadTasks, LeadTaskCompletions } = admin
    const { LeadOptOuts, LeadConversions } = admin
    router.get('/', [Leads, 'index']).as('index').use(opens)
    router.get('/new', [Leads, 'create']).as('create').use(edits)
    router
      .get('/export', [LeadExports, 'index'])
      .as('export')
      .use(forStaffPages('leads:read', 'exports:read'))
    router.get('/route', [LeadRoutes, 'show']).as('route').use(opens)
    router.get('/rules', [LeadRules, 'show']).as('rules').use(opens)
    router.post('/rules', [LeadRules, 'store']).as('rules.store').use(rules)
    router.get('/duplicates', [LeadSuspicions, 'index']).as('duplicates').use(opens)
    router.post('/duplicates/:id/apart', [LeadSuspicions, 'destroy']).as('apart').use(edits)
    router.post('/merges/:id/undo', [LeadMerges, 'destroy']).as('unmerge').use(edits)
    router.post('/', [Leads, 'store']).as('store').use(edits)
    router.get('/:id', [Leads, 'show']).as('show').use(opens)
    router.get('/:id/edit', [Leads, 'edit']).as('edit').use(edits)
    router.post('/:id', [Leads, 'update']).as('update').use(edits)
    router.get('/:id/merge/:otherId', [LeadMerges, 'create']).as('compare').use(edits)
    router.post('/:id/merges', [LeadMerges, 'store']).as('merge').use(edits)
    router.post('/:id/status', [LeadMoves, 'store']).as('move').use(edits)
    router.post('/:id/notes', [LeadNotes, 'store']).as('note').use(edits)
    router.post('/:id/contacts', [LeadContacts, 'store']).as('contact').use(edits)
    router.post('/:id/tasks', [LeadTasks, 'store']).as('plan').use(edits)
    router
      .post('/:id/tasks/:taskId/completion', [LeadTaskCompletions, 'store'])
      .as('finish')
      .use(edits)
    router.post('/:id/opt-out', [LeadOptOuts, 'store']).as('leave').use(edits)
    router.post('/:id/conversion', [LeadConversions, 'store']).as('convert').use(edits)
  })
  .prefix('/admin/leads')
  .as('admin.lead_pages')
