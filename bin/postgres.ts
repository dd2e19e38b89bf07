/**
 * Hosts the embedded PostgreSQL server, in a process of its own that every
 * process of the application shares.
 *
 *     node bin/postgres.ts <data directory> <socket directory> [server flags]
 */
import { PostgresHost } from '../app/platform/database/postgres_host.ts'

const [dataDirectory, socketDirectory, ...flags] = process.argv.slice(2)
const host = new PostgresHost(dataDirectory, socketDirectory, flags)

// Ctrl-C reaches the whole terminal: the server goes when its last user has gone.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => host.stop().then(() => process.exit(0)))
await host.run()
