import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class DemoSeed extends BaseCommand {
  static commandName = 'demo:seed'
  static description = 'Fill an empty shop with demo products, their stock, prices and sales'
  static help = [
    'The same seed gives the same shop on the same day. 100,000 products make a bench:',
    '  {{ binaryName }} demo:seed --products=100000',
  ]
  static options: CommandOptions = { startApp: true }

  @flags.number({ description: 'How many products', default: 2_000 })
  declare products: number

  @flags.number({ description: 'Another number, another shop', default: 1 })
  declare seed: number

  @flags.boolean({
    description:
      'Erase the catalogue first: all products, brands, categories, stock, price and sales history',
  })
  declare force?: boolean

  async run() {
    if (!Number.isInteger(this.products) || this.products < 1) {
      return this.#fail('--products takes a whole number from 1 on')
    }
    if (!Number.isInteger(this.seed)) return this.#fail('--seed takes a whole number')
    const { ProgressLine } = await import('#app/platform/progress_line')
    const progress = new ProgressLine(process.stderr)
    try {
      await this.#seed((loaded) => progress.draw('Products', loaded, this.products))
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error))
    } finally {
      progress.clear()
    }
  }

  async #seed(onProgress: (loaded: number) => void) {
    const { seedDemoShop } = await import('#app/demo/seed_demo_shop')
    const started = performance.now()
    const { products, pictures } = await seedDemoShop({
      products: this.products,
      seed: this.seed,
      today: new Date(),
      replace: this.force,
      onProgress,
    })
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    this.logger.success(`${products} products and ${pictures} pictures in ${seconds} s`)
  }

  #fail(message: string) {
    this.logger.error(message)
    this.exitCode = 1
  }
}
