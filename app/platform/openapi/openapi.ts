import vine from '@vinejs/vine'
import { count, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const tag = 'Operations'

const check = vine.object({
  status: text(),
  ms: count().optional(),
  reason: text().optional(),
})

describeRoutes({
  'health.live': {
    tag,
    summary: 'Is the process alive?',
    answer: vine.object({ status: text() }),
  },
  'health.ready': {
    tag,
    summary: 'May the process get requests?',
    answer: vine.object({ status: text(), checks: vine.record(check) }),
  },
  'metrics': {
    tag,
    summary: 'Prometheus metrics',
    contentType: 'text/plain',
    answer: text(),
    problems: [403],
  },
  'openapi': {
    tag,
    summary: 'This document',
    tagged: true,
    answer: vine.any().meta({ type: 'object' }),
  },
})
