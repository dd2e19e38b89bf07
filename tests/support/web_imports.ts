import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { NO_COUNTS } from '#app/imports/runs/import_run'
import { errorsPath, uploadFolder } from '#app/imports/files/uploads'
import { sql } from '#app/platform/database/sql'
import { bearer } from '#tests/support/staff'
import { waitUntil } from '#tests/wait_until'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

type Fields = Record<string, string>
type Answer<Body> = { status: number; body: Body }

/** An import as the API tells it, as far as tests look at it. */
export type ToldImport = {
  id: number
  state: string
  fileName: string
  counts: { created: number; updated: number; unchanged: number; rejected: number }
  progress: { phase: string; done: number; total: number }
  error: string | null
  preview: {
    priceAlarms: { over20: number; over30: number; sample: { sku: string }[] }
    changes: { label: string; field: string; before: string | null; after: string | null }[]
    rejected: { line: number; reason: string }[]
  } | null
  undone: {
    count: number
    conflicts: number
    sample: { entity: string; label: string; field: string; now: string; wanted: string }[]
  } | null
}

export type ToldProblem = { code: string; detail: string }

/** A staff program that sends imports and watches them. */
export class ImportClient {
  private constructor(readonly token: string) {}

  /** Somebody new, of this role. */
  static async of(role: string = 'owner'): Promise<ImportClient> {
    const { token } = await bearer(role)
    return new ImportClient(token)
  }

  async upload(
    content: string | Uint8Array<ArrayBuffer>,
    fields: Fields = {},
    name = 'liste.csv'
  ): Promise<Answer<{ data: ToldImport } & ToldProblem>> {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.append(field, value)
    form.append('file', new Blob([content]), name)
    return this.#ask('/products/import', { method: 'POST', body: form })
  }

  /** Uploads, and resolves with the run once it has come to a state. */
  async importing(content: string, fields: Fields = {}, state = 'done'): Promise<ToldImport> {
    const { status, body } = await this.upload(content, fields)
    if (status !== 202) throw new Error(`${status}: ${JSON.stringify(body)}`)
    return this.until(body.data.id, state)
  }

  move(id: number, move: string) {
    return this.#ask<{ data: ToldImport } & ToldProblem>(`/imports/${id}/${move}`, {
      method: 'POST',
    })
  }

  async show(id: number): Promise<ToldImport> {
    const { body } = await this.#ask<{ data: ToldImport }>(`/imports/${id}`)
    return body.data
  }

  async until(id: number, state: string): Promise<ToldImport> {
    let run = await this.show(id)
    await waitUntil(`import ${id} is ${state}`, async () => {
      run = await this.show(id)
      if (run.state === 'failed' && state !== 'failed') throw new Error(String(run.error))
      return run.state === state
    })
    return run
  }

  async text(path: string): Promise<Answer<string> & { headers: Headers }> {
    const response = await this.#fetch(path)
    return { status: response.status, body: await response.text(), headers: response.headers }
  }

  async #ask<Body>(path: string, init: RequestInit = {}): Promise<Answer<Body>> {
    const response = await this.#fetch(path, init)
    return { status: response.status, body: (await response.json()) as Body }
  }

  #fetch(path: string, init: RequestInit = {}) {
    const headers = { ...init.headers, authorization: `Bearer ${this.token}` }
    return fetch(`${BASE}/api/admin${path}`, { ...init, headers })
  }
}

/** Takes every import away, with what staff have said of columns and with jobs that wait. */
export async function forgetImports() {
  await sql('delete from import_runs')
  await sql('delete from import_mappings')
  await sql(`delete from jobs.job where name = 'imports.work'`)
}

/** An import that is over, has written something and has rejected rows. */
export async function finishedImport(): Promise<number> {
  const upload = randomUUID()
  await mkdir(uploadFolder(upload), { recursive: true })
  await writeFile(errorsPath(upload), 'line,reason\n2,price: «x» is not a number\n')
  const [{ id }] = await sql<{ id: number }>(
    `insert into import_runs (entity, file_name, file_hash, upload, state, counts, rows_staged, rows_applied, actor)
     values ('products', 'liste.csv', 'x', $1, 'done', $2, 2, 2, 'command') returning id`,
    [upload, JSON.stringify({ ...NO_COUNTS, created: 1, rejected: 1 })]
  )
  return id
}
