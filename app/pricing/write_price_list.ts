import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { expectVersion } from '#app/platform/http/expect_version'
import { invalid } from '#app/platform/http/invalid'
import { notFound } from '#app/platform/http/problem'
import PriceList from '#app/pricing/price_list'
import type { PriceListInput } from '#app/pricing/price_list_validators'
import { subjectsOf } from '#app/pricing/subjects_of'

type Seen = { version?: number; acting: Acting }

/** Creates a list without rules. Throws a 422 for a group that is not there, or an end before the beginning. */
export async function createPriceList(input: PriceListInput, acting: Acting): Promise<number> {
  const row = await rowOf(input)
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const { id } = await PriceList.create(row, { client: trx })
    return id
  })
}

/**
 * Replaces what a list says of itself; its rules stay. Carts show it at once, an open checkout is told
 * `price_changed`. Throws 404, 412 when it has moved on since `version`, 422 as `createPriceList`.
 */
export async function changePriceList(id: number, input: PriceListInput, seen: Seen) {
  const row = await rowOf(input)
  await changing(id, seen, (list) => list.merge(row))
}

/** Deletes a list with its rules. Throws 404, 412 as `changePriceList`. */
export function deletePriceList(id: number, { version, acting }: Seen): Promise<string> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const list = await lockedList(id, trx)
    expectVersion(list, version)
    await list.delete()
    return list.name
  })
}

/**
 * Changes a list or what belongs to it, one at a time: it is at another version then. Throws 404, 412 when
 * it has moved on since `version`.
 */
export function changing<Changed>(
  id: number,
  { version, acting }: Seen,
  change: (list: PriceList, trx: TransactionClientContract) => Changed | Promise<Changed>
): Promise<Changed> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const list = await lockedList(id, trx)
    expectVersion(list, version)
    const changed = await change(list, trx)
    await list.merge({ version: list.version + 1 }).save()
    return changed
  })
}

async function lockedList(id: number, trx: TransactionClientContract): Promise<PriceList> {
  const list = await PriceList.query({ client: trx }).where('id', id).forUpdate().first()
  if (!list) throw notFound('price list')
  return list
}

/** The row that an input makes. */
async function rowOf(input: PriceListInput) {
  const { name, group, startsOn = null, endsOn = null } = input
  if (startsOn && endsOn && endsOn < startsOn) {
    throw invalid('endsOn', 'period', 'The end is before the beginning')
  }
  const { groupId } = await subjectsOf({ group })
  return {
    ...{ name, groupId, minQuantity: input.minQuantity ?? 1, isActive: input.isActive ?? true },
    ...{ startsOn: dateOf(startsOn), endsOn: dateOf(endsOn) },
  }
}

const dateOf = (day: string | null) => (day ? DateTime.fromISO(day) : null)
