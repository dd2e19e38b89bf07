import { join } from 'node:path'
import pg from 'pg'
import { EmbeddedPostgres } from '#app/platform/database/embedded_postgres'
import { parentOf } from './processes.js'

/** The database of the bench: of its own, kept between runs because filling it takes minutes. */
export class BenchDatabase {
  #embedded?: EmbeddedPostgres

  private constructor(
    readonly client: pg.Client,
    /** What the shop needs in its environment to use this database. */
    readonly env: Record<string, string>,
    /** The process whose descendants are the backends; undefined when the server is elsewhere. */
    readonly server: number | undefined
  ) {}

  /** Takes the server at BENCH_DATABASE_URL, else the embedded one, in `tmp/bench`. */
  static async open(root: string): Promise<BenchDatabase> {
    const url = process.env.BENCH_DATABASE_URL
    const embedded = url ? undefined : new EmbeddedPostgres(join(root, 'tmp/bench/postgres'))
    await embedded?.lease('shop')
    const address = url
      ? { connectionString: url }
      : { host: embedded!.socketDirectory, user: 'postgres', database: 'shop' }
    const client = new pg.Client({ ...address, application_name: 'bench' })
    await client.connect()
    const env: Record<string, string> = url
      ? { DATABASE_URL: url }
      : { EMBEDDED_POSTGRES: embedded!.dataDirectory }
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const database = new BenchDatabase(client, env, parentOf(rows[0].pid))
    database.#embedded = embedded
    return database
  }

  async rows<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.client.query<Row>(text, values)
    return rows
  }

  /** Makes an empty database beside this one; returns the environment of a shop that uses it. */
  async anotherDatabase(name: string): Promise<Record<string, string>> {
    await this.client.query(`drop database if exists ${name} with (force)`)
    await this.client.query(`create database ${name}`)
    if (this.#embedded) {
      const host = encodeURIComponent(this.#embedded.socketDirectory)
      return { DATABASE_URL: `postgres://postgres@${host}/${name}`, EMBEDDED_POSTGRES: '' }
    }
    const url = new URL(this.env.DATABASE_URL)
    url.pathname = `/${name}`
    return { DATABASE_URL: url.href }
  }

  /** Runs statements in a database that `anotherDatabase` made. */
  async inAnother({ DATABASE_URL }: Record<string, string>, statements: string) {
    const client = new pg.Client({ connectionString: DATABASE_URL, application_name: 'bench' })
    await client.connect()
    await client.query(statements)
    await client.end()
  }

  async close() {
    await this.client.end()
    await this.#embedded?.release({ stop: true })
  }
}
