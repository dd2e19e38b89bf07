import app from '@adonisjs/core/services/app'
import { defineConfig, destination, targets } from '@adonisjs/core/logger'
import env from '#start/env'
import { REDACTED, toldError } from '#app/platform/observability/redaction'

/** A line written at once is a fifth of what a cached answer costs. What ends the process, but a kill, writes the rest. */
const buffered = () => destination({ minLength: 4_096, periodicFlush: 250, sync: false })

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'shop',
      level: env.get('LOG_LEVEL') ?? (app.inTest ? 'silent' : 'info'),
      serializers: { err: toldError },
      redact: { paths: REDACTED, censor: '[redacted]' },
      ...(app.inProduction && app.getEnvironment() === 'web' && { destination: buffered() }),
      ...(app.inDev && {
        transport: { targets: targets().push(targets.pretty()).toArray() },
      }),
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
