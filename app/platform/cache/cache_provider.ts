import type { ApplicationService } from '@adonisjs/core/types'

/** Keeps the cached answers of a web process (and of tests) in step with the database. */
export default class CacheProvider {
  #stop?: () => Promise<void>

  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { watchEpochs } = await import('#app/platform/cache/epoch_watch')
    this.#stop = await watchEpochs()
  }

  async shutdown() {
    await this.#stop?.()
  }
}
