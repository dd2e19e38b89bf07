import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import redis from '@adonisjs/redis/services/main'
import env from '#start/env'
import { fingerprint } from '#app/platform/lifecycle/build_stamp'
import { dependency } from '#app/platform/resilience/dependency'

const ANSWER_WITHIN_MS = 250

/** What web processes share of an answer: its text, and the tag that stands for it. */
type SharedAnswer = { body: string; etag: string }

/** Another version of the shop may shape its answers otherwise. */
const BUILD = env.get('REDIS_URL') === undefined ? '' : fingerprint(app.makePath()).slice(0, 16)

const server = dependency('redis', { timeoutMs: ANSWER_WITHIN_MS })

/** The answer that another process has kept in Redis; undefined when there is none or no Redis. */
export async function sharedAnswer(key: string): Promise<SharedAnswer | undefined> {
  try {
    const text = await server.call(() => redis.connection('main').get(name(key)))
    return text === null ? undefined : JSON.parse(text)
  } catch (error) {
    logger.debug({ err: error }, 'shared answers cannot be read')
    return undefined
  }
}

/** Keeps an answer in Redis for `ttl` seconds. Nobody waits for it, and it may fail. */
export function shareAnswer(key: string, answer: SharedAnswer, ttl: number) {
  const text = JSON.stringify(answer)
  server
    .call(() => redis.connection('main').set(name(key), text, 'EX', ttl))
    .catch((error) => logger.debug({ err: error }, 'an answer was not shared'))
}

const name = (key: string) => `answer:${BUILD}:${key}`
