import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publicConnector, type Connector } from '#app/platform/web/public_connector'
import { TYPESCRIPT } from '#tests/support/typescript'

export interface Visit {
  at: number
  host: string
  path: string
  status: number
  agent: string
}

/** Many small websites, each under a host of its own that ends in `.example`, served by a process of its own. */
export class SiteFarm {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly port: number
  ) {}

  static async start(
    sites:
      | 'open'
      | 'held_out'
      | 'unseen_first'
      | 'unseen_second'
      | 'unseen_third'
      | 'unseen_fourth' = 'open'
  ): Promise<SiteFarm> {
    const folder = await mkdtemp(join(tmpdir(), 'sites-'))
    const child = fork(
      new URL('./farm_process.ts', import.meta.url),
      [join(folder, 'visits.jsonl'), fileURLToPath(new URL(`./${sites}`, import.meta.url))],
      { execArgv: [TYPESCRIPT] }
    )
    const [{ port }] = (await once(child, 'message')) as [{ port: number }]
    return new SiteFarm(child, folder, port)
  }

  get connector(): Connector {
    return farmConnector(this.port)
  }

  /** What was asked of the sites, in the order of their answers' ends. */
  async visits(): Promise<Visit[]> {
    const text = await readFile(join(this.folder, 'visits.jsonl'), 'utf8').catch(() => '')
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Visit)
  }

  async stop(): Promise<void> {
    this.child.disconnect()
    await once(this.child, 'exit')
    await rm(this.folder, { recursive: true })
  }
}

/** Finds hosts of the farm there, and every other place as in earnest. */
export function farmConnector(port: number): Connector {
  const inEarnest = publicConnector()
  return (options, callback) => {
    if (!options.hostname.endsWith('.example') || options.protocol !== 'http:') {
      return inEarnest(options, callback)
    }
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('error', (error) => callback(error, null))
    socket.once('connect', () => callback(null, socket))
  }
}
