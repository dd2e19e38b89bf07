import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** `npm run types:api`: what a front end in TypeScript imports. */
export default class OpenapiTypes extends BaseCommand {
  static commandName = 'openapi:types'
  static description = 'Write the TypeScript types of the API'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'File to write', default: 'tmp/api.d.ts' })
  declare file: string

  async run() {
    const { mkdir, writeFile } = await import('node:fs/promises')
    const { dirname } = await import('node:path')
    const { default: openapiTS, astToString } = await import('openapi-typescript')
    const { default: router } = await import('@adonisjs/core/services/router')
    const { openApiDocument } = await import('#app/platform/openapi/document')
    const { appUrl } = await import('#config/app')

    router.commit()
    const path = this.app.makePath(this.file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, astToString(await openapiTS(JSON.stringify(openApiDocument(appUrl)))))
    this.logger.success(`${this.file} is written`)
  }
}
