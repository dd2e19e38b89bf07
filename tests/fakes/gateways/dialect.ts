/** A payment as the fake keeps it. `amount` in millimes. */
export type FakePayment = {
  ref: string
  /** What the shop calls it. */
  reference: string
  amount: number
  currency: string
  paidState: 'open' | 'paid' | 'declined' | 'expired'
  refunded: number
  returnUrl: string
  failUrl: string
  hintUrl: string
  closesAt: number
}

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string | undefined>
  body: string
}

export type Answer = { status: number; json: unknown }

/** What a dialect does with the payments of its fake. */
export type Books = {
  /** Where buyers pay. */
  origin: string
  open(payment: Omit<FakePayment, 'paidState' | 'refunded' | 'currency'>): FakePayment
  /** As it is told: a lying gateway tells something else than it has written down. */
  find(ref: string): FakePayment | undefined
  /** By what the shop calls it. */
  named(reference: string): FakePayment | undefined
  /** False when there is not so much left. */
  refund(ref: string, amount: number): boolean
  /** Answers that were given before to the same key. */
  answers: Map<string, Answer>
}

export type HintRequest = {
  method: 'GET' | 'POST'
  url: string
  headers?: Record<string, string>
  body?: string
}

/** How one company talks, as its documentation says. */
export type Dialect = {
  answer(asked: Asked, books: Books): Answer
  /** What it sends when something has happened; nothing from those that send nothing. */
  hint(payment: FakePayment, event: string): HintRequest | undefined
  /** Where it sends the browser back to. */
  back(payment: FakePayment): string
}

/** The secrets that the fakes and the shop share. */
export const FAKE_KEYS = {
  konnect: '64f0c0ffee0000000000aa01:fake-secret',
  konnectWallet: '64f0c0ffee0000000000aa02',
  flouciPublic: 'fake-public',
  flouciPrivate: 'fake-private',
  paymee: 'fake-paymee-key',
  clictopayUser: 'shabou',
  clictopayPassword: 'fake-password',
  stripe: 'sk_test_fake',
  stripeWebhook: 'whsec_fake_secret',
} as const

/** An address with one more parameter. */
export function withQuery(url: string, name: string, value: string): string {
  const address = new URL(url)
  address.searchParams.set(name, value)
  return address.href
}
