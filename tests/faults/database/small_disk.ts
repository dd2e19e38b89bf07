import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from '#app/platform/database/sql'

const MEGABYTES = 8
const SPACE = 'small_disk'

/** A disk of eight megabytes, in memory, on which the database server keeps some tables. Only root may mount one. */
export class SmallDisk {
  readonly #path = mkdtempSync(join(tmpdir(), 'small-disk-'))
  readonly #ballast = join(this.#path, 'ballast')
  #tables: string[] = []

  /** Why there can be none here, or nothing. */
  static async missing(): Promise<string | undefined> {
    if (process.getuid?.() !== 0) return 'only root may mount a small disk'
    if (process.env.DATABASE_URL) return 'the database server is not one of this test'
    const path = mkdtempSync(join(tmpdir(), 'small-disk-'))
    try {
      mount(path, 'size=1m')
      execFileSync('umount', [path])
      return undefined
    } catch {
      return 'mounting is not permitted here'
    } finally {
      rmSync(path, { recursive: true })
    }
  }

  /** Has the server keep these tables on the disk. */
  async hold(tables: string[]) {
    const [{ data_directory: data }] = await sql<{ data_directory: string }>('show data_directory')
    const { uid, gid } = statSync(data)
    mount(this.#path, `size=${MEGABYTES}m,uid=${uid},gid=${gid},mode=700`)
    await sql(`create tablespace ${SPACE} location '${this.#path}'`)
    for (const table of tables) await sql(`alter table ${table} set tablespace ${SPACE}`)
    this.#tables = tables
  }

  /** Leaves so many kilobytes. */
  fill(kilobytes: number) {
    writeFileSync(this.#ballast, Buffer.alloc(this.#free() - kilobytes * 1024, 1))
  }

  /** There is room again. */
  clear() {
    rmSync(this.#ballast, { force: true })
  }

  /** Leaves nothing behind. */
  end = async () => {
    this.clear()
    for (const table of this.#tables) await sql(`alter table ${table} set tablespace pg_default`)
    await sql(`drop tablespace if exists ${SPACE}`)
    execFileSync('umount', [this.#path])
    rmSync(this.#path, { recursive: true })
  }

  #free(): number {
    const { bavail, bsize } = statfsSync(this.#path)
    return bavail * bsize
  }
}

function mount(path: string, options: string) {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'pipe' })
}
