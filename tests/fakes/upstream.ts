import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UpstreamScript } from '#tests/fakes/upstream_process'

/** A system outside ours: an HTTP server in a process of its own that behaves as scripted. */
export class Upstream {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string
  ) {}

  static async start(): Promise<Upstream> {
    const folder = await mkdtemp(join(tmpdir(), 'upstream-'))
    const ledger = join(folder, 'requests.jsonl')
    const child = fork(new URL('./upstream_process.ts', import.meta.url), [ledger], {
      execArgv: [],
    })
    const [{ url }] = (await once(child, 'message')) as [{ url: string }]
    return new Upstream(child, folder, url)
  }

  /** Behaves like this from now on; what is left out is back to normal. */
  async behave(script: UpstreamScript): Promise<void> {
    const followed = once(this.child, 'message')
    this.child.send(script)
    await followed
  }

  /** Requests that reached it, from its own ledger. */
  async received(): Promise<number> {
    const text = await readFile(join(this.folder, 'requests.jsonl'), 'utf8').catch(() => '')
    return text.split('\n').length - 1
  }

  async stop(): Promise<void> {
    this.child.disconnect()
    await once(this.child, 'exit')
    await rm(this.folder, { recursive: true })
  }
}
