import ViteProvider from '@adonisjs/vite/vite_provider'

/**
 * Assets come from Vite's server during `npm run dev` and are built ones
 * everywhere else, tests included: a strict content security policy and page
 * budgets are only true of built assets.
 */
export default class AssetsProvider extends ViteProvider {
  async start() {
    if (process.env.DEV_MODE) await super.start()
  }

  async shutdown() {
    if (process.env.DEV_MODE) await super.shutdown()
  }
}
