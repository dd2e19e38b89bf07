import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlacesAccess } from '#app/prospector/sources/places/search_places'
import type { PlacesScript } from '#tests/fakes/places/places_process'
import { TYPESCRIPT } from '#tests/support/typescript'

export interface PlacesCall {
  url: string
  mask: string
  body: string
  status: number
}

/** Google's Places API (New): a server in a process of its own that keeps a ledger of its calls. */
export class FakePlaces {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string
  ) {}

  static async start(): Promise<FakePlaces> {
    const folder = await mkdtemp(join(tmpdir(), 'places-'))
    const child = fork(
      new URL('./places_process.ts', import.meta.url),
      [join(folder, 'calls.jsonl')],
      { execArgv: [TYPESCRIPT] }
    )
    const [{ url }] = (await once(child, 'message')) as [{ url: string }]
    return new FakePlaces(child, folder, url)
  }

  get access(): PlacesAccess {
    return { apiKey: 'fake-places-key', baseUrl: this.url, monthlyCalls: 1_000, firstPauseMs: 1 }
  }

  /** Behaves like this from now on; what is left out is back to normal. */
  async behave(script: PlacesScript): Promise<void> {
    const followed = once(this.child, 'message')
    this.child.send(script)
    await followed
  }

  async calls(): Promise<PlacesCall[]> {
    const text = await readFile(join(this.folder, 'calls.jsonl'), 'utf8').catch(() => '')
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as PlacesCall)
  }

  async stop(): Promise<void> {
    this.child.disconnect()
    await once(this.child, 'exit')
    await rm(this.folder, { recursive: true })
  }
}
