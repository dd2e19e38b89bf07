import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WrongSetting } from '#app/platform/settings/wrong_setting'

/** Settings that may come from a file named by `<NAME>_FILE`, as container secrets do. */
const SECRETS = [
  'APP_KEY',
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'REDIS_URL',
  'RABBITMQ_URL',
  'SMTP_URL',
  'ADMIN_PASSWORD',
  'METRICS_TOKEN',
  'KONNECT_API_KEY',
  'FLOUCI_PRIVATE_KEY',
  'PAYMEE_API_KEY',
  'CLICTOPAY_PASSWORD',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'GOOGLE_PLACES_API_KEY',
  'OPEN_METEO_API_KEY',
] as const

/**
 * Makes a checkout runnable without a setup step: writes `.env` from
 * `.env.example` with a fresh key, unless there is one or the environment
 * brings its own key. Returns true when the file was written.
 */
export function ensureEnvFile(root: string): boolean {
  const file = join(root, '.env')
  if (existsSync(file) || process.env.APP_KEY || process.env.APP_KEY_FILE) return false
  const template = readFileSync(join(root, '.env.example'), 'utf8')
  const key = randomBytes(32).toString('base64url')
  writeFileSync(file, template.replace(/^APP_KEY=.*$/m, `APP_KEY=${key}`), { mode: 0o600 })
  return true
}

/**
 * Copies the content of `<NAME>_FILE` to `<NAME>` for every secret.
 * Throws `WrongSetting` when the named file cannot be read.
 */
export function readSecretFiles(env: NodeJS.ProcessEnv = process.env) {
  for (const name of SECRETS) {
    const path = env[`${name}_FILE`]
    if (path) env[name] = readSecret(name, path)
  }
}

function readSecret(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    const { code } = error as { code?: string }
    throw new WrongSetting(`${name}_FILE=${path} cannot be read (${code})`)
  }
}
