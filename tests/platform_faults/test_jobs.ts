import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { defineJob } from '#app/platform/jobs/job'
import { ClaimLost, type JobRun } from '#app/platform/jobs/job_run'
import { repeats } from '#tests/depth'

/** Lost claims are found quickly, and retries follow at once. */
export const QUICK = { silentSeconds: 10, firstPauseSeconds: 1 }

/** What jobs did, outside the tables of the shop. */
export async function createLedger(): Promise<void> {
  await sql('create schema if not exists tests')
  await sql(
    'create table if not exists tests.starts (key text, pid int, at timestamptz default now())'
  )
  await sql(
    'create table if not exists tests.effects (id bigint generated always as identity, key text, pid int)'
  )
  await sql('truncate tests.starts, tests.effects')
}

/** Records an effect that nothing but the claim on its job keeps from being doubled. */
export async function effectOnce<Data extends object>(run: JobRun<Data>, key: string) {
  await db.transaction(async (trx) => {
    await run.complete(trx)
    await sql('insert into tests.effects (key, pid) values ($1, $2)', [key, process.pid], trx)
  })
}

const started = (key: string) =>
  sql('insert into tests.starts (key, pid) values ($1, $2)', [key, process.pid])

export const ledgerJob = defineJob<{ key: string; ms?: number }>({
  name: 'test.ledger',
  options: { ...QUICK, attempts: 20, concurrency: 4 },
  async handle(run) {
    await started(run.data.key)
    await sleep(run.data.ms ?? 0)
    await effectOnce(run, run.data.key)
  },
})

/**
 * Its first try is so busy, until a file is there, that the process shows no life. It sleeps in the way of everything
 * else, which takes no processor from other tests.
 */
export const busyJob = defineJob<{ key: string; untilFile: string }>({
  name: 'test.busy',
  options: { ...QUICK, concurrency: 1 },
  async handle(run) {
    const { key, untilFile } = run.data
    await started(key)
    const cell = new Int32Array(new SharedArrayBuffer(4))
    while (run.attempt === 1 && !existsSync(untilFile)) Atomics.wait(cell, 0, 0, 100)
    try {
      await effectOnce(run, key)
    } catch (error) {
      if (error instanceof ClaimLost) await started(`${key} refused`)
      throw error
    }
  },
})

/** Never finishes by itself: its worker has to be killed. */
export const endlessJob = defineJob<{ key: string }>({
  name: 'test.endless',
  options: { ...QUICK, attempts: repeats(2, 3) },
  async handle(run) {
    await started(run.data.key)
    await sleep(3_600_000, undefined, { signal: run.signal })
  },
})

/** Waits for its signal, as work that can be continued later does. */
export const politeJob = defineJob<{ key: string }>({
  name: 'test.polite',
  options: QUICK,
  async handle(run) {
    await started(run.data.key)
    if (run.attempt > 1) return effectOnce(run, run.data.key)
    await sleep(3_600_000, undefined, { signal: run.signal })
  },
})

export const floodJob = defineJob<{ key: string }>({
  name: 'test.flood',
  options: { mostWaiting: repeats(2_000, 100_000) },
  handle: (run) => effectOnce(run, run.data.key),
})

/** Its truth is a row of `tests.starts` without its row in `tests.effects`. */
export const rowJob = defineJob<{ key: string }>({
  name: 'test.row',
  options: { ...QUICK, queueing: 'one per key', attempts: 1 },
  async handle(run) {
    if (run.data.key.startsWith('fails') && run.attempt === 1) throw new Error('not this time')
    await effectOnce(run, run.data.key)
  },
  leftovers: () =>
    sql(
      `select key, json_build_object('key', key) as data from tests.starts
        where key like 'row %' and key not in (select key from tests.effects)`
    ),
})
