import db from '@adonisjs/lucid/services/db'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

type EquivalenceVerdict = { verdict: 'confirmed' | 'rejected'; note?: string }

/** Remembers what staff think of a pair of products; the last word counts. Throws 404 for unknown ones. */
export function judgeEquivalence(
  [one, other]: [number, number],
  { verdict, note }: EquivalenceVerdict,
  acting: Acting
): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [pair] = await sql(
      `insert into equivalence_verdicts (product_a, product_b, verdict, note, decided_by)
       select least(a.id, b.id), greatest(a.id, b.id), $3, $4, $5
       from products a, products b
       where a.id = $1 and b.id = $2 and a.id <> b.id and a.deleted_at is null and b.deleted_at is null
       on conflict (product_a, product_b) do update set verdict = excluded.verdict, note = excluded.note,
         decided_by = excluded.decided_by, decided_at = now()
       returning product_a`,
      [one, other, verdict, note ?? null, acting.actor],
      trx
    )
    if (!pair) throw notFound('pair of products')
    await bumpEpochs(['catalogue'], trx)
  })
}
