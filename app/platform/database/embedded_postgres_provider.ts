import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Holds a lease on the embedded PostgreSQL server while the application runs.
 * Registered first: providers start in order and shut down in reverse, so the
 * server is up before Lucid connects and goes after Lucid has disconnected.
 */
export default class EmbeddedPostgresProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    if (!this.#needsDatabase) return
    const { embeddedPostgres, embeddedDatabase } = await import('#app/platform/database/address')
    await embeddedPostgres?.lease(embeddedDatabase)
  }

  async shutdown() {
    if (!this.#needsDatabase) return
    const { embeddedPostgres } = await import('#app/platform/database/address')
    await embeddedPostgres?.release({ stop: false })
  }

  /** Code generation boots the application without running it. */
  get #needsDatabase() {
    return this.app.getMode() === 'run'
  }
}
