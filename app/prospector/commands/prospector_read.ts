import { readFile } from 'node:fs/promises'
import { BaseCommand, args, flags } from '@adonisjs/core/ace'

/** `npm run ace -- prospector:read page.html --url=http://garage.tn/ --json`: what the reader sees on a page. */
export default class ProspectorRead extends BaseCommand {
  static commandName = 'prospector:read'
  static description = 'Show what Prospector reads on one page, saved or on the web'
  static options = { startApp: true }

  @args.string({ description: 'File with saved HTML, or an address' })
  declare page: string

  @flags.string({ description: 'Address that the saved page has' })
  declare url?: string

  @flags.boolean({ description: 'Print JSON alone' })
  declare json?: boolean

  async run() {
    const { readOnePage } = await import('#app/prospector/runs/read_one_page')
    const isAddress = /^https?:\/\//i.test(this.page)
    try {
      const reading = await readOnePage(
        isAddress
          ? { url: this.page }
          : { url: this.url ?? 'http://localhost/', bytes: await readFile(this.page) }
      )
      if ('reason' in reading) return this.#refuse(`not read: ${reading.reason}`)
      const { finding, offers } = reading
      if (this.json) return this.logger.log(JSON.stringify({ ...finding, offers }))
      for (const [field, value] of Object.entries({ ...finding, offers })) {
        this.logger.log(`${field.padEnd(12)} ${JSON.stringify(value)}`)
      }
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
      this.#refuse(error.message)
    }
  }

  #refuse(why: string) {
    this.logger.error(why)
    this.exitCode = 1
  }
}
