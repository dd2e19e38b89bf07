import app from '@adonisjs/core/services/app'
import { type BaseCommand, FsLoader } from '@adonisjs/core/ace'

/** The commands of all features: every file in a folder named `commands`. */
const loader = new FsLoader<typeof BaseCommand>(
  app.makePath('app'),
  (path) => path.includes('commands/') && !path.endsWith('loader.ts') && !path.endsWith('loader.js')
)

export const getMetaData = () => loader.getMetaData()
export const getCommand = (metaData: Parameters<typeof loader.getCommand>[0]) =>
  loader.getCommand(metaData)
