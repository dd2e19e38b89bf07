import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Product from '#app/catalogue/products/product'
import { touchProduct } from '#app/catalogue/products/touch_product'
import { expectFree } from '#app/kits/expect_free'
import { componentsQuery } from '#app/kits/kit_query'
import { noComponent } from '#app/kits/kit_refusals'
import type { Changes } from '#app/platform/audit/record_act'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { expectVersion } from '#app/platform/http/expect_version'

/** How many pieces of a product are in one kit. */
export type Part = { sku: string; quantity: number }

/**
 * Says what a kit is made of, all of it; without components the product is no kit any more. Lists and pages
 * show what is available of it at once. Throws 404, 412 when the product has moved on since `version`, 409
 * while somebody waits for the kit or it has pieces of its own, 422 for a component that is not there, the
 * kit itself, or another kit.
 */
export async function setKit(
  id: number,
  parts: Part[],
  { version, acting }: { version?: number; acting: Acting }
): Promise<void> {
  await touchProduct(id, acting, async (product, trx): Promise<Changes> => {
    expectVersion(product, version)
    const before = inWords(await componentsQuery(id, trx))
    const after = inWords(parts)
    if (before === after) return {}
    await expectFree(product, trx)
    await writeComponents(product, parts, trx)
    return { components: [before || null, after || null] }
  })
}

/** `SKU-1 × 2, SKU-2 × 1`, in the order of SKUs. */
const inWords = (parts: Part[]) =>
  parts
    .map(({ sku, quantity }) => `${sku} × ${quantity}`)
    .toSorted()
    .join(', ')

async function writeComponents({ id }: Product, parts: Part[], trx: TransactionClientContract) {
  const written = await sql<{ sku: string }>(
    `with gone as (delete from kit_components where kit_id = $1 and component_id <> all (
       select p.id from products p join jsonb_to_recordset($2) as w (sku text, quantity int) on w.sku = p.sku))
     insert into kit_components (kit_id, component_id, quantity)
     select $1, p.id, w.quantity
     from jsonb_to_recordset($2) as w (sku text, quantity int) join products p on p.sku = w.sku
     where p.id <> $1 and p.deleted_at is null
       -- A kit is made of what is in stock itself.
       and not exists (select from kit_components k where k.kit_id = p.id)
       and not exists (select from kit_components k where k.component_id = $1)
     on conflict (kit_id, component_id) do update set quantity = excluded.quantity
     returning (select sku from products where products.id = component_id) as sku`,
    [id, JSON.stringify(parts)],
    trx
  )
  const refused = parts.find(({ sku }) => !written.some((one) => one.sku === sku))
  if (refused) throw noComponent(refused.sku)
}
