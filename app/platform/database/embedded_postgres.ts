import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** How long a start of the server may take, in milliseconds. */
const STARTUP_TIMEOUT = 60_000
/** Trading durability of a machine crash for speed is right for tests alone. */
const TEST_FLAGS = ['-c', 'fsync=off', '-c', 'synchronous_commit=on', '-c', 'max_connections=300']
const SHOP_FLAGS = ['-c', 'max_connections=120', '-c', 'shared_buffers=256MB']

/** What a server says that is about to go, or not there yet. */
const GOING = new Set(['57P01', '57P02', '57P03'])

/**
 * The private PostgreSQL server used when no DATABASE_URL is set. It runs
 * under a host process of its own (`bin/postgres.ts`) and is shared by every
 * process of the application.
 */
export class EmbeddedPostgres {
  #lease?: Socket
  /** The lease that follows one that was lost. */
  #renewal?: Promise<void>
  #releasing = false
  readonly socketDirectory: string

  /** @param dataDirectory absolute; @param forTests runs without fsync. */
  constructor(
    readonly dataDirectory: string,
    readonly forTests = false
  ) {
    const digest = createHash('sha1').update(dataDirectory).digest('hex').slice(0, 8)
    this.socketDirectory = join(tmpdir(), `shop-postgres-${digest}`)
  }

  /**
   * Resolves once the server accepts connections and `database` exists.
   * Throws with the end of the server's log when it does not start in a minute. Gives up when it is released meanwhile.
   */
  async lease(database: string) {
    const deadline = Date.now() + STARTUP_TIMEOUT
    let host: ReturnType<typeof spawn> | undefined
    while (!(await this.#tryLease(database)) && !this.#releasing) {
      if (host?.exitCode || Date.now() > deadline) throw new Error(this.#failure())
      if (!host || host.exitCode === 0) host = this.#spawnHost()
      await sleep(50)
    }
  }

  /** Leases again whenever the host or the server dies, until `release()`. */
  async keep(database: string, onRestart: () => void) {
    await this.lease(database)
    this.#lease?.once('close', () => {
      if (this.#releasing) return
      onRestart()
      this.#renewal = this.keep(database, onRestart)
    })
  }

  /**
   * Gives the server up. Whoever asks to stop it, and is the last to hold it,
   * waits until it has shut down.
   */
  async release({ stop }: { stop: boolean }) {
    this.#releasing = true
    await this.#renewal
    const lease = this.#lease
    if (!lease || lease.destroyed) return
    const closed = new Promise((resolve) => lease.ref().once('close', resolve))
    if (stop) lease.write('stop\n')
    // The lease alone does not keep a process alive; waiting for its end must.
    lease.ref().end()
    await closed
  }

  /** Whether there is a host that leases, and a server behind it: one that was killed takes a moment to be missed. */
  async #tryLease(database: string): Promise<boolean> {
    const lease = await this.#connect()
    if (!lease) return false
    try {
      await this.#createDatabase(database)
    } catch (error) {
      lease.destroy()
      if (!isGone(error)) throw error
      return false
    }
    this.#lease = lease
    return true
  }

  #spawnHost() {
    mkdirSync(dirname(this.dataDirectory), { recursive: true })
    const extension = fileURLToPath(import.meta.url).endsWith('.ts') ? 'ts' : 'js'
    const script = fileURLToPath(new URL(`../../../bin/postgres.${extension}`, import.meta.url))
    const log = openSync(this.#logFile, 'a')
    const flags = this.forTests ? TEST_FLAGS : SHOP_FLAGS
    const host = spawn(
      process.execPath,
      [script, this.dataDirectory, this.socketDirectory, ...flags],
      { detached: true, stdio: ['ignore', log, log], env: { PATH: process.env.PATH, LC_ALL: 'C' } }
    )
    closeSync(log)
    host.unref()
    return host
  }

  #connect() {
    return new Promise<Socket | undefined>((resolve) => {
      const socket = createConnection(join(this.socketDirectory, 'lease.sock'))
      socket.once('data', () => resolve(socket.unref()))
      socket.once('error', () => resolve(undefined))
      socket.once('close', () => resolve(undefined))
    })
  }

  async #createDatabase(database: string) {
    const client = new pg.Client({
      host: this.socketDirectory,
      user: 'postgres',
      database: 'postgres',
    })
    // The statement under way tells it, too.
    client.on('error', () => {})
    await client.connect()
    try {
      const { rowCount } = await client.query('select from pg_database where datname = $1', [
        database,
      ])
      if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`)
    } catch (error) {
      // Somebody else created it between the two statements.
      if (!['42P04', '23505'].includes((error as pg.DatabaseError).code ?? '')) throw error
    } finally {
      await client.end()
    }
  }

  get #logFile() {
    return `${this.dataDirectory}.log`
  }

  #failure() {
    const log = existsSync(this.#logFile) ? readFileSync(this.#logFile, 'utf8') : ''
    const reason = /^Error: (.+)$/m.exec(log.slice(-4_000))?.[1] ?? log.trim().split('\n').at(-1)
    return `PostgreSQL did not start: ${reason}`
  }
}

/** Whether a client has lost its server, or found none: whatever is no answer of one. */
const isGone = (error: unknown) =>
  !(error instanceof pg.DatabaseError) || GOING.has(error.code ?? '')
