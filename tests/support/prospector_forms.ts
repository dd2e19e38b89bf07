import type { Forms } from '#tests/support/filled_form'
import { ownersBrowser } from '#tests/support/web_visitor'

/** Forms about where prospects are looked for. */
export const prospectorForms: Forms = {
  '/admin/prospector/sites': async () => ({
    ...{ page: '/admin/prospector/runs', browser: await ownersBrowser() },
    fields: { address: 'http://fournisseur.example/' },
  }),
}
