import vine from '@vinejs/vine'
import { count } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const tag = 'Operations'

const check = vine.object({
  status: vine.string(),
  ms: count().optional(),
  reason: vine.string().optional(),
})

describeRoutes({
  'health.live': {
    tag,
    summary: 'Is the process alive?',
    answer: vine.object({ status: vine.string() }),
  },
  'health.ready': {
    tag,
    summary: 'May the process get requests?',
    answer: vine.object({ status: vine.string(), checks: vine.record(check) }),
  },
  'metrics': {
    tag,
    summary: 'Prometheus metrics',
    contentType: 'text/plain',
    answer: vine.string(),
    problems: [403],
  },
  'openapi': {
    tag,
    summary: 'This document',
    tagged: true,
    answer: vine.any().meta({ type: 'object' }),
  },
})
