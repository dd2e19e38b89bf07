import app from '@adonisjs/core/services/app'
import env from '#start/env'
import { lastingPath } from '#app/platform/project_root'
import { EmbeddedPostgres } from '#app/platform/database/embedded_postgres'

const DATABASE = 'shop'

/** The embedded server, or undefined when the settings name another one. */
export const embeddedPostgres = env.get('DATABASE_URL')
  ? undefined
  : new EmbeddedPostgres(
      env.get('EMBEDDED_POSTGRES') ?? lastingPath(app, 'tmp/postgres'),
      app.inTest
    )

/** How `pg` reaches the database of the shop. */
export const databaseAddress = embeddedPostgres
  ? { host: embeddedPostgres.socketDirectory, user: 'postgres', database: DATABASE }
  : { connectionString: env.get('DATABASE_URL') }

/** Like `databaseAddress`, past a connection pooler: for LISTEN, advisory locks and migrations. */
export const directAddress = env.get('DATABASE_DIRECT_URL')
  ? { connectionString: env.get('DATABASE_DIRECT_URL') }
  : databaseAddress

export const embeddedDatabase = DATABASE
