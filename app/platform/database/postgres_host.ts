import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readlinkSync } from 'node:fs'
import { chmod, chown, mkdir, rename, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, findBinaries, type Owner, serverOwner } from './postgres_binaries.ts'

/** How long the server stays up without a lease, in milliseconds. */
const LINGER = 3_000
/** How long the host waits for its first lease. */
const FIRST_LEASE = 10_000
/** How long a start is repeated. */
const START_PATIENCE = 10_000

/**
 * Runs a private PostgreSQL server for as long as somebody holds a lease on
 * it. A lease is an open connection to the lease socket: however its holder
 * dies, the kernel closes it, so the counting survives crashes.
 */
export class PostgresHost {
  #binaries: Binaries
  #owner: Owner
  #server?: ChildProcess
  #leases = new Set<Socket>()
  #lingering?: NodeJS.Timeout
  #stopping?: Promise<void>

  readonly dataDirectory: string
  readonly socketDirectory: string
  readonly flags: string[]

  constructor(dataDirectory: string, socketDirectory: string, flags: string[] = []) {
    this.dataDirectory = dataDirectory
    this.socketDirectory = socketDirectory
    this.flags = flags
    this.#binaries = findBinaries()
    this.#owner = serverOwner(this.#binaries, dirname(dataDirectory))
  }

  /** Returns when the server runs and takes leases; exits when another host already does. */
  async run() {
    if (!(await this.#claim())) process.exit(0)
    await this.#prepareSocketDirectory()
    await this.#initialise()
    await this.#stopOrphan()
    await this.#startServer()
    await this.#takeLeases()
    this.#leaveUnlessLeased(FIRST_LEASE)
  }

  /** Shuts the server down cleanly; the caller ends this process. */
  stop(): Promise<void> {
    this.#stopping ??= this.#shutDown()
    return this.#stopping
  }

  /** One host per data directory: the kernel gives an abstract socket to one process and takes it back at its death. */
  #claim() {
    const digest = createHash('sha1').update(this.dataDirectory).digest('hex').slice(0, 16)
    return new Promise<boolean>((resolve, reject) => {
      const lock = createServer()
      lock.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error)
      )
      lock.listen(`\0shop-postgres-${digest}`, () => resolve(true))
    })
  }

  async #prepareSocketDirectory() {
    await mkdir(this.socketDirectory, { recursive: true })
    await this.#own(this.socketDirectory)
    await chmod(this.socketDirectory, 0o700)
  }

  /** The cluster appears whole or not at all: a crash leaves only a draft. */
  async #initialise() {
    if (existsSync(`${this.dataDirectory}/PG_VERSION`)) return
    const draft = `${this.dataDirectory}.draft`
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { mode: 0o700 })
    await this.#own(draft)
    const options = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=trust', '--username=postgres']
    const { status, stdout, stderr } = spawnSync(
      this.#binaries.initdb,
      [...options, '--pgdata', draft],
      { ...this.#owner, encoding: 'utf8' }
    )
    if (status !== 0) throw new Error(`initdb failed: ${stderr || stdout}`)
    await rename(draft, this.dataDirectory)
  }

  /**
   * A server whose host was killed still holds the data: it is stopped,
   * cleanly, and started anew. The pid file of a dead server stays: with it
   * PostgreSQL itself makes sure that none of its processes is left.
   */
  async #stopOrphan() {
    const pid = this.#recordedPid()
    if (!pid) return
    const program = programOf(pid)
    if (program?.endsWith('/postgres')) {
      process.stdout.write(`stopping server ${pid}, which a crashed run left behind\n`)
      process.kill(pid, 'SIGINT')
      while (programOf(pid)) await sleep(50)
    } else if (program) {
      // Another program has that number by now, as after a restart of the machine.
      await rm(`${this.dataDirectory}/postmaster.pid`)
    }
  }

  /** The remains of a killed server may hold the data for a moment: the start is repeated meanwhile. */
  async #startServer() {
    const patience = Date.now() + START_PATIENCE
    while (!(await this.#tryStart())) {
      if (Date.now() > patience) process.exit(1)
      await sleep(200)
    }
    // It ran: whoever wants it starts another host, which a failure of this one would keep them from.
    this.#server?.once('exit', () => {
      if (!this.#stopping) process.exit(0)
    })
  }

  async #tryStart(): Promise<boolean> {
    const settings = { listen_addresses: '', unix_socket_directories: this.socketDirectory }
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const server = spawn(
      this.#binaries.postgres,
      ['-D', this.dataDirectory, ...args, ...this.flags],
      { ...this.#owner, stdio: ['ignore', 'inherit', 'inherit'] }
    )
    this.#server = server
    while (server.exitCode === null && server.signalCode === null) {
      if (this.#isReady()) return true
      await sleep(20)
    }
    return false
  }

  #recordedPid(): number | undefined {
    const file = `${this.dataDirectory}/postmaster.pid`
    return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8')) || undefined : undefined
  }

  /** The server writes its state into the eighth line of its pid file; a socket is there before recovery ends. */
  #isReady() {
    const file = `${this.dataDirectory}/postmaster.pid`
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    return Number(lines[0]) === this.#server?.pid && lines[7]?.trim() === 'ready'
  }

  async #takeLeases() {
    const path = `${this.socketDirectory}/lease.sock`
    await rm(path, { force: true })
    const listener: Server = createServer({ allowHalfOpen: true }, (socket) => this.#grant(socket))
    await new Promise<void>((resolve) => listener.listen(path, resolve))
  }

  #grant(socket: Socket) {
    clearTimeout(this.#lingering)
    this.#leases.add(socket)
    socket.write('ready\n')
    socket.once('data', () => this.#release(socket, { stop: true }))
    socket.once('end', () => this.#release(socket, { stop: false }))
    socket.once('close', () => this.#release(socket, { stop: false }))
    // A holder that dies resets its connection: 'close' follows and is what counts.
    socket.on('error', () => socket.destroy())
  }

  /** The last holder who asks for a stop is answered only when the server is down. */
  #release(socket: Socket, { stop }: { stop: boolean }) {
    if (!this.#leases.delete(socket)) return
    if (this.#leases.size === 0 && stop) return void this.stop().then(() => process.exit(0))
    socket.end()
    if (this.#leases.size > 0) return
    this.#leaveUnlessLeased(LINGER)
  }

  /** The process ends with its server: one that stayed would keep the data from every later host. */
  #leaveUnlessLeased(ms: number) {
    this.#lingering = setTimeout(() => this.stop().then(() => process.exit(0)), ms)
  }

  async #shutDown() {
    await rm(`${this.socketDirectory}/lease.sock`, { force: true })
    await this.#stopServer()
    // The claim is still held: no later host has put anything there.
    await rm(this.socketDirectory, { recursive: true, force: true })
  }

  async #stopServer() {
    const server = this.#server
    if (!server || server.exitCode !== null) return
    const exited = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await exited
  }

  async #own(path: string) {
    const { uid, gid } = this.#owner
    if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
  }
}

/** The program that runs under this number, or undefined for none (or a dead one not yet buried). */
function programOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/exe`)
  } catch {
    return undefined
  }
}
