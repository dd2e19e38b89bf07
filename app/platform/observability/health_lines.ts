import { statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import app from '@adonisjs/core/services/app'
import redis from '@adonisjs/redis/services/main'
import { sql } from '#app/platform/database/sql'
import { queuesQuery } from '#app/platform/jobs/queues_query'
import { projectRoot } from '#app/platform/project_root'
import type { HealthLine, HealthState } from '#app/platform/shell/shell'
import env from '#start/env'

const SLOW_MS = 100
const LATE_SECONDS = { warn: 60, bad: 600 }
const FREE_SHARE = { warn: 0.1, bad: 0.03 }
const ANSWER_WITHIN_MS = 1_500

type Checked = Awaited<ReturnType<HealthLine['check']>>

/** What the shop stands on, whatever it sells. Each line has its texts in `system.json`. */
export const platformHealth: HealthLine[] = [
  { label: 'system.health_database', check: database },
  { label: 'system.health_cache', check: cache },
  { label: 'system.health_redis', check: redisServer },
  { label: 'system.health_broker', check: broker },
  { label: 'system.health_queues', check: queues },
  { label: 'system.health_disk', check: disk },
  { label: 'system.health_mail', check: mailServer },
]

async function database(): Promise<Checked> {
  const started = performance.now()
  const [{ version }] = await sql<{ version: string }>(
    `select current_setting('server_version') as version`
  )
  const ms = Math.ceil(performance.now() - started)
  return { state: ms > SLOW_MS ? 'warn' : 'ok', data: { ms, version: version.split(' ')[0] } }
}

/** The memory of this process always works; the level that processes share is Redis. */
async function cache(): Promise<Checked> {
  return { state: 'ok', data: { shared: env.get('REDIS_URL') ? 'yes' : 'no' } }
}

async function redisServer(): Promise<Checked> {
  if (!env.get('REDIS_URL')) return { state: 'off' }
  const started = performance.now()
  await redis.ping()
  return { state: 'ok', data: { ms: Math.ceil(performance.now() - started) } }
}

/** It answers, and what is to be told has been taken by it. */
async function broker(): Promise<Checked> {
  const url = env.get('RABBITMQ_URL')
  if (!url) return { state: 'off' }
  await expectAnswer(new URL(url), 5672)
  const [{ waiting }] = await sql<{ waiting: number }>(
    'select count(*)::int as waiting from outbox where published_at is null'
  )
  return { state: waiting > 100 ? 'warn' : 'ok', data: { waiting } }
}

/** How long the oldest work has been waiting, and what failed for the last time. */
async function queues(): Promise<Checked> {
  const all = await queuesQuery()
  const seconds = Math.max(0, ...all.map(({ oldestSeconds }) => oldestSeconds))
  const failed = all.reduce((sum, queue) => sum + queue.failed, 0)
  const minutes = Math.ceil(seconds / 60)
  const state = beyond(seconds, LATE_SECONDS)
  return { state: state === 'ok' && failed > 0 ? 'warn' : state, data: { minutes, failed } }
}

async function disk(): Promise<Checked> {
  const { bavail, blocks, bsize } = await statfs(projectRoot(app.appRoot))
  const share = bavail / blocks
  const state = share < FREE_SHARE.bad ? 'bad' : share < FREE_SHARE.warn ? 'warn' : 'ok'
  return { state, data: { gigabytes: Math.floor((bavail * bsize) / 1e9) } }
}

async function mailServer(): Promise<Checked> {
  const url = env.get('SMTP_URL')
  if (!url) return { state: 'off' }
  await expectAnswer(new URL(url), 587)
  return { state: 'ok' }
}

const beyond = (value: number, limit: { warn: number; bad: number }): HealthState =>
  value > limit.bad ? 'bad' : value > limit.warn ? 'warn' : 'ok'

/** Resolves when somebody listens there. */
function expectAnswer({ hostname, port }: URL, usualPort: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || usualPort) })
    socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy(new Error('no answer')))
    socket.once('connect', () => resolve(void socket.end()))
    socket.once('error', reject)
  })
}
