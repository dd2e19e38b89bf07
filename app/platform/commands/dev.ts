import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** `npm run dev`: the database prepared, then the server with hot reload, and a worker without. */
export default class Dev extends BaseCommand {
  static commandName = 'dev'
  static description = 'Prepare the database and serve with hot reload'
  static options: CommandOptions = { staysAlive: true }

  @flags.boolean({ description: 'Open the debugger of the server' })
  declare inspect?: boolean

  async run() {
    const { spawn } = await import('node:child_process')
    const run = (...args: string[]) =>
      spawn(process.execPath, args, { cwd: this.app.makePath(), stdio: 'inherit' })

    const prepared = run('ace', 'prepare')
    const code = await new Promise<number | null>((resolve) => prepared.once('exit', resolve))
    if (code !== 0) {
      process.exitCode = code ?? 1
      return this.terminate()
    }
    const server = run('ace', 'serve', '--hmr', ...(this.inspect ? ['--node-args=--inspect'] : []))
    const worker = run('ace', 'work')
    this.app.terminating(() => {
      // The watcher obeys SIGINT alone.
      server.kill('SIGINT')
      worker.kill('SIGTERM')
    })
    server.once('exit', (exit) => {
      process.exitCode = exit ?? 0
      void this.terminate()
    })
  }
}
