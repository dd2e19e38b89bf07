import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Asks a running shop for what people open first, so that nobody waits for a cold cache. */
export default class CacheWarm extends BaseCommand {
  static commandName = 'cache:warm'
  static description = 'Fill the cache of a running shop: tree, brands, facets, first pages'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Address of the shop (default: APP_URL)' })
  declare url?: string

  @flags.number({ description: 'Pages of products to warm', default: 100 })
  declare products: number

  async run() {
    const { warmCache } = await import('#app/storefront/warm_cache')
    const { appUrl } = await import('#config/app')
    try {
      const { warmed, ms } = await warmCache(this.url ?? appUrl, this.products)
      this.logger.success(`${warmed} answers are warm after ${ms} ms`)
    } catch (error) {
      this.logger.error(`${(error as Error).message}. Is the shop running at that address?`)
      this.exitCode = 1
    }
  }
}
