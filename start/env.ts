import { Env } from '@adonisjs/core/env'
import { readSecretFiles } from '#app/platform/env_file'
import { projectRoot } from '#app/platform/project_root'

readSecretFiles()
const root = new URL(`file://${projectRoot(new URL('../', import.meta.url))}/`)

/** Every setting, validated: a wrong or missing value stops the start. `.env.example` explains them. */
export default await Env.create(root, {
  NODE_ENV: Env.schema.enum.optional(['development', 'production', 'test'] as const),
  HOST: Env.schema.string.optional({ format: 'host' }),
  PORT: Env.schema.number.optional(),
  APP_KEY: Env.schema.secret(),
  APP_URL: Env.schema.string.optional({ format: 'url', tld: false }),
  LOG_LEVEL: Env.schema.enum.optional([
    'fatal',
    'error',
    'warn',
    'info',
    'debug',
    'trace',
    'silent',
  ] as const),

  DATABASE_URL: Env.schema.string.optional(),
  DATABASE_DIRECT_URL: Env.schema.string.optional(),
  DATABASE_POOL: Env.schema.number.optional(),
  EMBEDDED_POSTGRES: Env.schema.string.optional(),
  REDIS_URL: Env.schema.string.optional(),
  RABBITMQ_URL: Env.schema.string.optional(),
  SMTP_URL: Env.schema.string.optional(),
  MAIL_FROM: Env.schema.string.optional({ format: 'email' }),

  ADMIN_EMAIL: Env.schema.string.optional({ format: 'email' }),
  ADMIN_PASSWORD: Env.schema.string.optional(),
  DEMO: Env.schema.boolean.optional(),

  METRICS_TOKEN: Env.schema.string.optional(),
  TRUSTED_PROXIES: Env.schema.string.optional(),
  CORS_ORIGINS: Env.schema.string.optional(),
  ASSET_URL: Env.schema.string.optional(),
  RATE_LIMITS: Env.schema.string.optional(),
  RATE_LIMIT_STORE: Env.schema.enum.optional(['memory', 'postgres', 'redis'] as const),
})
