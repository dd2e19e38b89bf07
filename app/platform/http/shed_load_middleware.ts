import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Counter } from 'prom-client'
import loadShedding from '#config/load_shedding'
import { poolWait, withPatience } from '#app/platform/database/pool_queue'
import { Problem } from '#app/platform/http/problem'
import { registry } from '#app/platform/observability/metrics'

const shedTotal = new Counter({
  name: 'requests_shed_total',
  help: 'Requests that were refused because others wait for the database already',
  registers: [registry],
})

/**
 * Sheds load while the database cannot follow: who only looks is told at once to come back, so that the queue stays
 * short for those who buy. Judged by how long the queue waits, not by how busy the process is.
 */
export default class ShedLoadMiddleware {
  handle({ route }: HttpContext, next: NextFn) {
    const { urgent, mostWaitMs, patienceMs } = loadShedding
    if (urgent.test(route?.pattern ?? '')) return next()
    if (poolWait() < mostWaitMs) return withPatience(patienceMs, next)
    shedTotal.inc()
    throw overloaded()
  }
}

const overloaded = () =>
  new Problem({
    status: 503,
    code: 'overloaded',
    title: 'Too much to do at once',
    detail: 'Too many others are waiting. Try again after the seconds in Retry-After.',
    // Not all of them at the same moment.
    headers: { 'Retry-After': String(1 + Math.floor(Math.random() * 3)) },
  })
