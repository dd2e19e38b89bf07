import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process to keep alive: its name and the arguments of node. */
export type Role = { name: string; args: string[] }

type Settings = { cwd: string; env: NodeJS.ProcessEnv; onGiveUp: (reason: string) => void }

const WINDOW = 60_000
const MAX_DEATHS = 5
const LAST_WORDS = 2_000

/**
 * Keeps one child process per role alive. A dead child is started again after
 * a pause that doubles; five deaths within a minute give the whole start up.
 */
export class Supervisor {
  #children = new Map<string, ChildProcess>()
  #stopping = false

  constructor(readonly settings: Settings) {}

  start(roles: Role[]) {
    for (const role of roles) void this.#keepAlive(role)
  }

  /** Asks every child to stop and waits until all have: at most 30 s, then they are killed. */
  async stop() {
    this.#stopping = true
    const children = [...this.#children.values()]
    const gone = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
    for (const child of children) if (child.connected) child.send('stop')
    const killer = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), 30_000)
    await Promise.all(gone)
    clearTimeout(killer)
  }

  async #keepAlive(role: Role) {
    let deaths: number[] = []
    while (!this.#stopping) {
      const { code, lastWords } = await this.#run(role)
      if (this.#stopping) return
      deaths = [...deaths, Date.now()].filter((at) => at > Date.now() - WINDOW)
      if (deaths.length >= MAX_DEATHS) {
        const reason = `${role.name} died ${MAX_DEATHS} times within a minute`
        return this.settings.onGiveUp(`${reason}. Its last words: ${lastWords || `exit ${code}`}`)
      }
      process.stderr.write(`${role.name} died (${code}); starting it again\n`)
      await sleep(200 * 2 ** deaths.length)
    }
  }

  #run({ name, args }: Role) {
    return new Promise<{ code: number | string; lastWords: string }>((resolve) => {
      let lastWords = ''
      const child = spawn(process.execPath, args, {
        cwd: this.settings.cwd,
        env: { ...this.settings.env, SUPERVISED: name },
        stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      })
      this.#children.set(name, child)
      child.stderr!.on('data', (chunk: Buffer) => {
        process.stderr.write(chunk)
        lastWords = (lastWords + chunk).slice(-LAST_WORDS)
      })
      child.once('close', (code, signal) => {
        this.#children.delete(name)
        resolve({ code: signal ?? code ?? 0, lastWords: lastWords.trim() })
      })
    })
  }
}
