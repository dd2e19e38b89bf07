import { sql } from '#app/platform/database/sql'
import type { Forms } from '#tests/support/filled_form'
import { ImportClient } from '#tests/support/web_imports'
import { ownersBrowser } from '#tests/support/web_visitor'

const LIST = 'sku,name,price\nA1,Un,1\n'

/** A file that waits for its columns to be agreed upon. */
export async function uploadedImport(): Promise<number> {
  const imports = await ImportClient.of('owner')
  const { body } = await imports.upload(LIST, { dryRun: '1' })
  await sql(`update import_runs set state = 'uploaded' where id = $1`, [body.data.id])
  return body.data.id
}

/** Forms about imports. */
export const importForms: Forms = {
  '/admin/imports': async () => ({
    page: '/admin/imports/new',
    browser: await ownersBrowser(),
    fields: { entity: 'products', supplier: 'Stafim' },
    file: new File([LIST], 'list.csv'),
  }),
  '/admin/imports/:id/columns': async () => {
    const page = `/admin/imports/${await uploadedImport()}/columns`
    const browser = await ownersBrowser()
    return { page, action: page, browser, fields: { 'map[c0]': 'sku' } }
  },
  '/admin/imports/:id/:move': async () => {
    const address = `/admin/imports/${await uploadedImport()}`
    const browser = await ownersBrowser()
    return { page: `${address}/columns`, action: `${address}/cancellation`, browser, fields: {} }
  },
}
