import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenMeteoScript } from '#tests/fakes/open_meteo/open_meteo_process'

/** Open-Meteo, both of its servers: a process of its own that keeps a ledger of what it was asked. */
export class FakeOpenMeteo {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string
  ) {}

  static async start(): Promise<FakeOpenMeteo> {
    const folder = await mkdtemp(join(tmpdir(), 'open-meteo-'))
    const child = fork(
      new URL('./open_meteo_process.ts', import.meta.url),
      [join(folder, 'calls.jsonl')],
      { execArgv: ['--import=@poppinss/ts-exec'] }
    )
    const [{ url }] = (await once(child, 'message')) as [{ url: string }]
    return new FakeOpenMeteo(child, folder, url)
  }

  /** Behaves like this from now on; what is left out is back to normal. */
  async behave(script: OpenMeteoScript): Promise<void> {
    const followed = once(this.child, 'message')
    this.child.send(script)
    await followed
  }

  /** Addresses that it was asked at, oldest first. */
  async asked(): Promise<URL[]> {
    const text = await readFile(join(this.folder, 'calls.jsonl'), 'utf8').catch(() => '')
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => new URL(JSON.parse(line) as string, this.url))
  }

  async stop(): Promise<void> {
    this.child.disconnect()
    await once(this.child, 'exit')
    await rm(this.folder, { recursive: true })
  }
}
