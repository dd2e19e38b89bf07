import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OnlineMethod } from '#app/payments/gateways/gateway'
import { FAKE_KEYS, type HintRequest } from '#tests/fakes/gateways/dialect'
import type { GatewayScript, Order } from '#tests/fakes/gateways/gateway_process'
import { TYPESCRIPT } from '#tests/support/typescript'

type Entry = { type: string; ref?: string; reference?: string; amount?: number; at?: number }

/** A payment company: a server in a process of its own that talks as the real one does and keeps its own ledger. */
export class FakeGateway {
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(
    readonly method: OnlineMethod,
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string
  ) {}

  static async start(method: OnlineMethod): Promise<FakeGateway> {
    const folder = await mkdtemp(join(tmpdir(), `${method}-`))
    const child = fork(
      new URL('./gateway_process.ts', import.meta.url),
      [method, join(folder, 'ledger.jsonl')],
      { execArgv: [TYPESCRIPT] }
    )
    const [{ url }] = (await once(child, 'message')) as [{ url: string }]
    return new FakeGateway(method, child, folder, url)
  }

  /** The settings with which a shop uses this one. */
  get settings(): Record<string, string> {
    return { ...SETTINGS[this.method], [`${this.method.toUpperCase()}_BASE_URL`]: this.url }
  }

  /** Behaves like this from now on; what is left out is back to normal. */
  behave = (script: GatewayScript) => this.#ask({ do: 'behave', script })
  /** Forgets all it did and all it was told: as good as new, at the same address. */
  beginAnew = () => this.#ask({ do: 'begin anew' })
  pay = (ref: string) => this.#ask({ do: 'pay', ref })
  decline = (ref: string) => this.#ask({ do: 'decline', ref })
  expire = (ref: string) => this.#ask({ do: 'expire', ref })
  /** What somebody does on the pages of the gateway. */
  refund = (ref: string, amount: number) => this.#ask({ do: 'refund', ref, amount })

  /** The request that it sends to the shop about a payment. */
  async hint(ref: string, event = 'checkout.session.completed'): Promise<HintRequest> {
    return (await this.#ask({ do: 'hint', ref, event })) as HintRequest
  }

  async entries(type: string): Promise<Entry[]> {
    const text = await readFile(join(this.folder, 'ledger.jsonl'), 'utf8').catch(() => '')
    const entries = text.split('\n').filter(Boolean)
    return entries.map((line) => JSON.parse(line) as Entry).filter((entry) => entry.type === type)
  }

  async stop(): Promise<void> {
    this.child.disconnect()
    await once(this.child, 'exit')
    await rm(this.folder, { recursive: true })
  }

  /** One after the other: answers come in the order of the orders. */
  #ask(order: Order): Promise<unknown> {
    const asked = this.#queue.then(async () => {
      const answered = once(this.child, 'message')
      this.child.send(order)
      const [{ result, refused }] = (await answered) as [{ result?: unknown; refused?: string }]
      if (refused) throw new Error(refused)
      return result
    })
    this.#queue = asked.catch(() => undefined)
    return asked
  }
}

const SETTINGS: Record<OnlineMethod, Record<string, string>> = {
  konnect: { KONNECT_API_KEY: FAKE_KEYS.konnect, KONNECT_WALLET_ID: FAKE_KEYS.konnectWallet },
  clictopay: {
    CLICTOPAY_USERNAME: FAKE_KEYS.clictopayUser,
    CLICTOPAY_PASSWORD: FAKE_KEYS.clictopayPassword,
  },
  flouci: {
    FLOUCI_PUBLIC_KEY: FAKE_KEYS.flouciPublic,
    FLOUCI_PRIVATE_KEY: FAKE_KEYS.flouciPrivate,
  },
  paymee: { PAYMEE_API_KEY: FAKE_KEYS.paymee },
  stripe: { STRIPE_SECRET_KEY: FAKE_KEYS.stripe, STRIPE_WEBHOOK_SECRET: FAKE_KEYS.stripeWebhook },
}
