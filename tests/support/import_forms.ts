import { sql } from '#app/platform/database/sql'
import type { FilledForm } from '#tests/support/access_forms'
import { createStaff } from '#tests/support/staff'
import { ImportClient } from '#tests/support/web_imports'
import { loggedIn } from '#tests/support/web_visitor'

const LIST = 'sku,name,price\nA1,Un,1\n'

/** A file that waits for its columns to be agreed upon. */
async function uploadedImport(): Promise<number> {
  const imports = await ImportClient.of('owner')
  const { body } = await imports.upload(LIST, { dryRun: '1' })
  await sql(`update import_runs set state = 'uploaded' where id = $1`, [body.data.id])
  return body.data.id
}

/** Forms about imports. */
export const importForms: Record<string, () => Promise<FilledForm>> = {
  '/admin/imports': async () => ({
    page: '/admin/imports/new',
    browser: await loggedIn(await createStaff()),
    fields: { entity: 'products', supplier: 'Stafim' },
    file: new File([LIST], 'list.csv'),
  }),
  '/admin/imports/:id/columns': async () => {
    const page = `/admin/imports/${await uploadedImport()}/columns`
    const browser = await loggedIn(await createStaff())
    return { page, action: page, browser, fields: { 'map[c0]': 'sku' } }
  },
  '/admin/imports/:id/:move': async () => {
    const address = `/admin/imports/${await uploadedImport()}`
    const browser = await loggedIn(await createStaff())
    return { page: `${address}/columns`, action: `${address}/cancellation`, browser, fields: {} }
  },
}
