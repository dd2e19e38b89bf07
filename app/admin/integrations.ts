import { embeddedPostgres } from '#app/platform/database/address'
import { appUrl, isHttps } from '#config/app'
import env from '#start/env'

/** Something that settings switch on, and the settings that do. Values are never shown: some are secrets. */
type Integration = { key: string; isOn: boolean; settings: string[]; detail?: string }

/** What this shop works together with, by its settings. */
export const integrations = (): Integration[] => [
  { key: 'address', isOn: isHttps, settings: ['APP_URL'], detail: appUrl },
  { key: 'database', isOn: !embeddedPostgres, settings: ['DATABASE_URL', 'DATABASE_DIRECT_URL'] },
  { key: 'redis', isOn: !!env.get('REDIS_URL'), settings: ['REDIS_URL'] },
  { key: 'broker', isOn: !!env.get('RABBITMQ_URL'), settings: ['RABBITMQ_URL'] },
  { key: 'mail', isOn: !!env.get('SMTP_URL'), settings: ['SMTP_URL', 'MAIL_FROM'] },
  {
    key: 'metrics',
    isOn: !!env.get('METRICS_TOKEN'),
    settings: ['METRICS_TOKEN', 'WORKER_METRICS_PORT'],
  },
  { key: 'proxies', isOn: !!env.get('TRUSTED_PROXIES'), settings: ['TRUSTED_PROXIES'] },
  { key: 'cors', isOn: !!env.get('CORS_ORIGINS'), settings: ['CORS_ORIGINS'] },
  { key: 'assets', isOn: !!env.get('ASSET_URL'), settings: ['ASSET_URL'] },
]
