import { IMPORTABLE, importTarget } from '#app/imports/targets'
import { createProduct } from '#tests/support/catalogue'
import type { ImportClient, ToldImport } from '#tests/support/web_imports'
import { PAYLOADS } from '#tests/support/xss/payloads'

type Entity = (typeof IMPORTABLE)[number]
type Row = Record<string, string>

/** A row that is imported, but for what is hostile in it. */
const ROWS: Record<Entity, (n: number) => Row> = {
  'products': (n) => ({ sku: `FILE-${n}`, name: `Nom ${n}`, brand: 'Bosch', price: '12' }),
  'brands': (n) => ({ name: `Marque du fichier ${n}` }),
  'categories': (n) => ({ path: `Rayon du fichier ${n}` }),
  'vehicles': (n) => ({
    ...{ make: 'Renault', model: `Clio ${n}`, type: '1.5 dCi', fuel: 'diesel' },
    ...{ from: '2012', ktype: String(900_000 + n) },
  }),
  'fitments': (n) => ({ sku: 'OF-FILES', make: 'Renault', model: `Clio ${n}` }),
  'part-numbers': (n) => ({ sku: 'OF-FILES', kind: 'oe', number: `77${n}` }),
  'leads': (n) => ({ name: `Garage du fichier ${n}`, phone: `71${200_000 + n}` }),
  'sales': (n) => ({ sku: 'OF-FILES', date: '2024-01-02', quantity: '1', document: `F${n}` }),
}

/**
 * Imports one file of each kind, in which each column is hostile in some rows. Resolves with the runs.
 *
 * @param look sees each run when it was tried out, and when it is done
 */
export async function attackByFiles(
  imports: ImportClient,
  payloads: number,
  look: (run: ToldImport) => Promise<void>
): Promise<ToldImport[]> {
  await createProduct({ sku: 'OF-FILES' })
  const runs: ToldImport[] = []
  for (const entity of IMPORTABLE) {
    const file = await hostileFile(entity, payloads)
    const fields = { entity, supplier: PAYLOADS[runs.length], dryRun: '1' }
    const { body } = await imports.upload(file, fields, '"><img src=x onerror=xss()>.csv')
    await look(await imports.until(body.data.id, 'checked'))
    await imports.move(body.data.id, 'resume')
    const run = await imports.until(body.data.id, 'done')
    await look(run)
    runs.push(run)
  }
  return runs
}

async function hostileFile(entity: Entity, payloads: number): Promise<string> {
  const columns = await columnsOf(entity)
  const rows = columns.flatMap((column, at) =>
    Array.from({ length: payloads }, (_, more) => ({
      ...ROWS[entity](at * payloads + more),
      [column]: PAYLOADS[(at * 3 + more) % PAYLOADS.length],
    }))
  )
  return csv([...columns, PAYLOADS[22]], rows)
}

/** What the target of that name reads, its own names for it. */
async function columnsOf(entity: Entity): Promise<string[]> {
  const target = await importTarget(entity)
  const known = Object.keys(ROWS[entity](0))
  const { rules } = target.read(known, true)
  return [
    ...new Set([...known, ...rules.filter((rule) => !rule.pattern).map((rule) => rule.column)]),
  ]
}

function csv(columns: string[], rows: Row[]): string {
  const quoted = (cell = '') => `"${cell.replaceAll('"', '""')}"`
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(','))
  return [columns.map(quoted).join(','), ...lines, ''].join('\n')
}
