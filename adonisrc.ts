import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    () => import('#app/platform/commands/loader'),
  ],

  // Providers start in order and shut down in reverse: the database server comes first and goes last.
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('#app/platform/database/embedded_postgres_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('#app/platform/cache/redis_provider'),
    () => import('#app/platform/cache/cache_provider'),
    {
      file: () => import('#app/catalogue/products/product_views_provider'),
      environment: ['web'],
    },
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('@adonisjs/cors/cors_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('#app/platform/views/assets_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('@adonisjs/drive/drive_provider'),
    {
      file: () => import('adonisjs-scheduler/scheduler_provider'),
      environment: ['console', 'test'],
    },
  ],

  preloads: [
    () => import('#start/events'),
    () => import('#start/personal_data'),
    () => import('#start/mail'),
    () => import('#start/routes'),
    () => import('#start/openapi'),
    () => import('#start/kernel'),
    () => import('#start/validator'),
    { file: () => import('#start/view'), environment: ['web', 'test', 'console'] },
    { file: () => import('#start/shell'), environment: ['web', 'test', 'console'] },
  ],

  tests: {
    suites: [
      { name: 'floors', files: ['tests/floors/**/*.spec.ts'], timeout: 120_000 },
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 120_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 180_000 },
      { name: 'faults', files: ['tests/faults/**/*.spec.ts'], timeout: 300_000 },
      {
        name: 'platform_faults',
        files: ['tests/platform_faults/**/*.spec.ts'],
        timeout: 300_000,
      },
      { name: 'services', files: ['tests/services/**/*.spec.ts'], timeout: 120_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 600_000 },
    ],
    forceExit: true,
  },

  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'resources/lang/**/*.json', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
    { pattern: '.env.example', reloadServer: false },
    { pattern: '.npmrc', reloadServer: false },
  ],

  hooks: {
    init: [
      indexEntities({
        controllers: {
          enabled: true,
          source: './app',
          glob: ['**/*_controller.ts'],
          importAlias: '#app',
        },
        events: { enabled: false },
        listeners: { enabled: false },
        transformers: { enabled: false },
      }),
    ],
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },
})
