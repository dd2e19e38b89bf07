import { Env, errors } from '@adonisjs/core/env'
import { GATEWAY_SETTINGS } from '#app/payments/gateways/gateway_settings'
import { parsePolicies } from '#app/platform/limits/policies'
import { projectRoot } from '#app/platform/project_root'
import { readSecretFiles } from '#app/platform/settings/env_file'
import {
  address,
  degrees,
  networks,
  origins,
  program,
  secretText,
  telephone,
  wholeNumber,
} from '#app/platform/settings/rules'
import { WrongSetting } from '#app/platform/settings/wrong_setting'

readSecretFiles()
const root = new URL(`file://${projectRoot(new URL('../', import.meta.url))}/`)

const postgres = address(['postgres', 'postgresql'], 'postgres://user:password@host:5432/shop')

const gatewayAddress = address(['http', 'https'], 'https://api.gateway.example')

const settings = {
  NODE_ENV: Env.schema.enum.optional(['development', 'production', 'test'] as const),
  HOST: Env.schema.string.optional({ format: 'host' }),
  PORT: wholeNumber(0, 65_535),
  APP_KEY: (name: string, value?: string) => {
    secretText(16)(name, value)
    return Env.schema.secret()(name, value)
  },
  APP_URL: address(['http', 'https'], 'https://boutique.example'),
  STOREFRONT_URL: address(['http', 'https'], 'https://boutique.example'),
  LOG_LEVEL: Env.schema.enum.optional([
    'fatal',
    'error',
    'warn',
    'info',
    'debug',
    'trace',
    'silent',
  ] as const),

  DATABASE_URL: postgres,
  DATABASE_DIRECT_URL: postgres,
  DATABASE_POOL: wholeNumber(1, 1_000),
  EMBEDDED_POSTGRES: Env.schema.string.optional(),
  REDIS_URL: address(['redis', 'rediss'], 'redis://localhost:6379'),
  RABBITMQ_URL: address(['amqp', 'amqps'], 'amqp://user:password@host:5672'),
  SMTP_URL: address(['smtp', 'smtps'], 'smtp://user:password@host:587'),
  MAIL_FROM: Env.schema.string.optional({ format: 'email' }),

  ADMIN_EMAIL: Env.schema.string.optional({ format: 'email' }),
  ADMIN_PASSWORD: secretText(8),
  DEMO: Env.schema.boolean.optional(),

  IMPORT_BATCH_ROWS: wholeNumber(1, 100_000),

  KONNECT_API_KEY: secretText(8),
  KONNECT_WALLET_ID: Env.schema.string.optional(),
  KONNECT_BASE_URL: gatewayAddress,
  FLOUCI_PUBLIC_KEY: Env.schema.string.optional(),
  FLOUCI_PRIVATE_KEY: secretText(8),
  FLOUCI_BASE_URL: gatewayAddress,
  PAYMEE_API_KEY: secretText(8),
  PAYMEE_BASE_URL: gatewayAddress,
  CLICTOPAY_USERNAME: Env.schema.string.optional(),
  CLICTOPAY_PASSWORD: secretText(4),
  CLICTOPAY_BASE_URL: gatewayAddress,
  STRIPE_SECRET_KEY: secretText(8),
  STRIPE_WEBHOOK_SECRET: secretText(8),
  STRIPE_BASE_URL: gatewayAddress,
  PAYMENT_MINUTES: wholeNumber(5, 1_440),
  TRANSFER_DAYS: wholeNumber(1, 60),

  GOOGLE_PLACES_API_KEY: secretText(4),
  GOOGLE_PLACES_BASE_URL: gatewayAddress,
  PLACES_MONTHLY_CEILING: wholeNumber(0, 1_000_000),

  OPEN_METEO_API_KEY: secretText(4),
  OPEN_METEO_BASE_URL: gatewayAddress,
  OPEN_METEO_ARCHIVE_BASE_URL: gatewayAddress,

  CHROMIUM_PATH: program,

  STORE_LAT: degrees(90),
  STORE_LNG: degrees(180),
  SELLER_NAME: Env.schema.string.optional(),
  SELLER_TAX_ID: Env.schema.string.optional(),
  SELLER_ADDRESS: Env.schema.string.optional(),
  SELLER_PHONE: Env.schema.string.optional(),
  SELLER_REGISTER: Env.schema.string.optional(),
  SELLER_BANK_ACCOUNT: Env.schema.string.optional(),

  WHATSAPP_NUMBER: telephone,
  QUOTE_HOURS: wholeNumber(1, 168),

  METRICS_TOKEN: secretText(8),
  WORKER_METRICS_PORT: wholeNumber(1, 65_535),
  TRUSTED_PROXIES: networks,
  CORS_ORIGINS: origins,
  ASSET_URL: address(['http', 'https'], 'https://cdn.example/assets'),
  RATE_LIMITS: (_name: string, value?: string) => {
    parsePolicies(value, { production: process.env.NODE_ENV === 'production' })
    return value
  },
  RATE_LIMIT_STORE: Env.schema.enum.optional(['memory', 'postgres', 'redis'] as const),
}

/** Settings that are of no use without each other. */
const TOGETHER = [
  ...Object.values(GATEWAY_SETTINGS).map((names) => Object.values(names)),
  ['SELLER_NAME', 'SELLER_TAX_ID', 'SELLER_ADDRESS'] as const,
  ['STORE_LAT', 'STORE_LNG'] as const,
]

/** Every setting, validated: a wrong or missing value stops the start with one line. `.env.example` explains them. */
export default await readSettings()

async function readSettings() {
  try {
    const env = await Env.create(root, settings)
    if (env.get('RATE_LIMIT_STORE') === 'redis' && !env.get('REDIS_URL')) {
      throw new WrongSetting('RATE_LIMIT_STORE=redis needs REDIS_URL')
    }
    for (const names of TOGETHER) {
      const given = names.find((name) => isGiven(env.get(name)))
      const missing = names.find((name) => !isGiven(env.get(name)))
      if (given && missing) throw new WrongSetting(`${given} needs ${missing}`)
    }
    return env
  } catch (error) {
    if (!(error instanceof errors.E_INVALID_ENV_VARIABLES)) throw error
    const reasons = error.help?.replace(/^- /gm, '').split('\n') ?? []
    throw new WrongSetting(reasons.join('; '))
  }
}

/** The equator is a latitude. */
function isGiven(value: unknown) {
  return value !== undefined && value !== ''
}
