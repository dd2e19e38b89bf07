import type { Assert } from '@japa/assert'
import { sql } from '#app/platform/database/sql'
import { checkInvariants } from '#app/platform/invariants/check_invariants'
import { createProduct } from '#tests/support/catalogue'

/** Fails when the books are wrong. */
export async function assertBooks(assert: Assert) {
  const findings = await checkInvariants()
  assert.deepEqual(
    findings.flatMap(({ broken }) => broken),
    []
  )
}

export type Level = { onHand: number; reserved: number; backordered: number }

/** The levels of a product, the default place first. */
export function levelsOf(productId: number): Promise<Level[]> {
  return sql<Level>(
    `select on_hand as "onHand", reserved, backordered from stock_levels s join locations l on l.id = s.location_id
     where product_id = $1 order by is_default desc, l.id`,
    [productId]
  )
}

export async function locationId(code: string): Promise<number> {
  const [{ id }] = await sql<{ id: number }>('select id from locations where code = $1', [code])
  return id
}

/** A kit of so many pieces of each component. */
export async function createKit(components: { id: number }[], quantity = 1) {
  const kit = await createProduct({ stock: 0 })
  for (const { id } of components) {
    await sql('insert into kit_components (kit_id, component_id, quantity) values ($1, $2, $3)', [
      kit.id,
      id,
      quantity,
    ])
  }
  return kit
}
