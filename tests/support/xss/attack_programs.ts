import { ACCEPTED, encoded } from '#tests/support/accepted_bodies'
import { apiDocument } from '#tests/support/api_contract'
import { PAYLOADS } from '#tests/support/xss/payloads'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

type Schema = { type?: string | string[]; enum?: unknown[]; items?: Schema }
type Described = { requestBody?: { content: Record<string, { schema: { properties?: object } }> } }

/** Writes hostile text into every text of every body that the API takes. */
export class ProgramAttack {
  /** Operations and their fields that have taken hostile text. */
  readonly taken = new Set<string>()
  /** Answers that a browser might take for a page. */
  readonly pages: string[] = []

  constructor(readonly token: string) {}

  async run(first: number, payloads: number) {
    for (const operation of Object.keys(ACCEPTED)) {
      const names = textsOf(operation)
      for (let more = 0; more < payloads; more++) await this.#write(operation, names, first + more)
    }
  }

  /** All of them at once; what is refused is tried in halves. */
  async #write(operation: string, names: string[], first: number): Promise<void> {
    if (!names.length) return
    if (await this.#send(operation, names, first)) {
      for (const name of names) this.taken.add(`${operation} ${name}`)
    } else if (names.length > 1) {
      const half = Math.ceil(names.length / 2)
      await this.#write(operation, names.slice(0, half), first)
      await this.#write(operation, names.slice(half), first + half)
    }
  }

  async #send(operation: string, names: string[], first: number): Promise<boolean> {
    const { url, body, headers } = await ACCEPTED[operation]()
    const hostile = names.map((name, at) => {
      const given = (body as Record<string, unknown>)[name]
      return [name, hostileLike(given, PAYLOADS[(first + at) % PAYLOADS.length])]
    })
    const sent = encoded({ ...body, ...Object.fromEntries(hostile) })
    const response = await fetch(BASE + url, {
      method: operation.split(' ')[0].toUpperCase(),
      body: sent.body,
      headers: { ...sent.headers, ...headers, authorization: `Bearer ${this.token}` },
    })
    await response.text()
    const type = response.headers.get('content-type') ?? 'application/json'
    const isData = /^application\/(problem\+)?json/.test(type)
    const isSniffed = response.headers.get('x-content-type-options') !== 'nosniff'
    if (!isData || isSniffed) this.pages.push(operation)
    return response.ok
  }
}

/** Fields of a body that hold text, also in lists. */
function textsOf(operation: string): string[] {
  const [method, path] = operation.split(' ')
  const { requestBody } = (apiDocument().paths[path] as Record<string, Described>)[method]
  const [{ schema }] = Object.values(requestBody!.content)
  return Object.entries((schema.properties ?? {}) as Record<string, Schema>)
    .filter(([, member]) => isText(member))
    .map(([name]) => name)
}

function isText({ type, enum: choices, items }: Schema): boolean {
  if (items) return true
  return [type].flat().includes('string') && !choices
}

/** A value of the same shape whose texts are all hostile. */
function hostileLike(given: unknown, payload: string): unknown {
  if (Array.isArray(given)) return given.map((one) => hostileLike(one, payload))
  if (typeof given !== 'object' || given === null) return payload
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, hostileLike(value, payload)])
  )
}
