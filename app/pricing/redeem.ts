import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import type { Applied } from '#app/pricing/apply_promotions'

/** Who uses promotions: the holder is opaque, such as `order:SAP-2026-000123`; `phone` in E.164. */
type Redeemer = { holder: string; customerId: number | null; phone: string | null }

/**
 * Uses promotions, as part of `trx`: the last use of one is given once, and one that is for once is given
 * once to a customer and once to a telephone. Throws 409 when somebody else was quicker. Locks rows of
 * limited promotions until `trx` ends: do it late.
 */
export async function redeem(
  applied: Applied[],
  { holder, customerId, phone }: Redeemer,
  trx: TransactionClientContract
): Promise<void> {
  if (applied.length === 0) return
  const given = JSON.stringify(applied.map(({ id, amount }) => ({ id, amount })))
  const [{ refused }] = await sql<{ refused: number | null }>(
    'select redeem_promotions($1, $2, $3, $4) as refused',
    [holder, customerId, phone, given],
    trx
  )
  const gone = applied.find(({ id }) => id === refused)
  if (gone) throw promotionGone(gone)
}

/** Brings what a holder has used in line with what counts now: nothing new comes in, amounts in millimes. */
export async function amendPromotions(
  holder: string,
  applied: Pick<Applied, 'id' | 'amount'>[],
  trx: TransactionClientContract
) {
  const given = JSON.stringify(applied.map(({ id, amount }) => ({ id, amount })))
  await sql('select amend_promotions($1, $2)', [holder, given], trx)
}

/** Gives back what a holder has used, so that it may be used again. */
export async function releasePromotions(holder: string, trx: TransactionClientContract) {
  await sql('select release_promotions($1)', [holder], trx)
}

/** Uses again what a holder gave back, all or nothing. False when one of them is not to be had any more. */
export async function resumePromotions(
  holder: string,
  trx: TransactionClientContract
): Promise<boolean> {
  const [{ resumed }] = await sql<{ resumed: boolean }>(
    'select resume_promotions($1) as resumed',
    [holder],
    trx
  )
  return resumed
}

/** Forgets who used what; that it was used stays. */
export async function forgetRedeemer(customerId: number, trx: TransactionClientContract) {
  await sql(
    'update promotion_redemptions set phone = null, customer_id = null where customer_id = $1',
    [customerId],
    trx
  )
}

const promotionGone = ({ code, name }: Applied) =>
  new Problem({
    status: 409,
    code: 'promotion_gone',
    title: 'An offer has just ended',
    detail: `${code ?? name} is not to be had any more. Complete again to see the total without it.`,
    extra: { promotion: code ?? name },
  })
