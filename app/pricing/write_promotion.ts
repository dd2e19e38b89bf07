import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { expectVersion } from '#app/platform/http/expect_version'
import { invalid } from '#app/platform/http/invalid'
import { notFound } from '#app/platform/http/problem'
import Promotion from '#app/pricing/promotion'
import type { PromotionInput } from '#app/pricing/promotion_validators'
import { subjectsOf } from '#app/pricing/subjects_of'

/** Creates a promotion. Throws a 422 for what makes no sense together, or a code that is taken. */
export async function createPromotion(input: PromotionInput, acting: Acting): Promise<number> {
  const row = await rowOf(input)
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await expectFreeCode(row.code, 0, trx)
    const { id } = await Promotion.create(row, { client: trx })
    return id
  })
}

/**
 * Replaces a promotion; what was given stays given. Throws 404, 412 when it has moved on since `version`,
 * 422 as `createPromotion`, also for a limit below what was used.
 */
export async function changePromotion(
  id: number,
  input: PromotionInput,
  { version, acting }: { version?: number; acting: Acting }
): Promise<void> {
  const row = await rowOf(input)
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    // Whoever uses it now waits, so that what is counted is all there is.
    const known = await Promotion.query({ client: trx }).where('id', id).forUpdate().first()
    if (!known) throw notFound('promotion')
    expectVersion(known, version)
    await expectFreeCode(row.code, id, trx)
    const uses = row.maxUses === null ? 0 : await usesOf(id, trx)
    if (row.maxUses !== null && uses > row.maxUses) throw usedMoreOften(uses)
    await known.merge({ ...row, uses, version: known.version + 1 }).save()
  })
}

/** The row that an input makes. */
async function rowOf(input: PromotionInput) {
  const { kind, startsOn = null, endsOn = null } = input
  if (startsOn && endsOn && endsOn < startsOn) {
    throw invalid('endsOn', 'period', 'The end is before the beginning')
  }
  return {
    ...{ name: input.name, code: input.code?.toUpperCase() ?? null, kind },
    ...{ percent: null, amount: null, buy: null, get: null, ...gift(input) },
    ...(await subjectsOf(input)),
    ...{ startsOn: dateOf(startsOn), endsOn: dateOf(endsOn) },
    ...{ minSubtotal: input.minSubtotal ?? 0, maxUses: input.maxUses ?? null },
    ...{ oncePerCustomer: input.oncePerCustomer ?? false, combines: input.combines ?? false },
    isActive: input.isActive ?? true,
  }
}

const dateOf = (day: string | null) => (day ? DateTime.fromISO(day) : null)

/** What a kind gives; each needs its own numbers. */
function gift({ kind, percent, amount, buy, get }: PromotionInput) {
  const needed = (field: string, value?: number | null) => {
    if (value) return value
    throw invalid(field, 'required', `A promotion of kind ${kind} needs ${field}`)
  }
  if (kind === 'percent') return { percent: needed('percent', percent) }
  if (kind === 'amount') return { amount: needed('amount', amount) }
  if (kind === 'buy_get') return { buy: needed('buy', buy), get: needed('get', get) }
  return {}
}

async function expectFreeCode(code: string | null, id: number, trx: TransactionClientContract) {
  if (code === null) return
  const other = await Promotion.query({ client: trx }).where({ code }).whereNot({ id }).first()
  if (other) throw invalid('code', 'taken', 'Another promotion has this code')
}

async function usesOf(id: number, trx: TransactionClientContract): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    `select count(*)::int as count from promotion_redemptions
     where promotion_id = $1 and released_at is null`,
    [id],
    trx
  )
  return count
}

const usedMoreOften = (uses: number) =>
  invalid('maxUses', 'below_uses', `It was used ${uses} times already`)
