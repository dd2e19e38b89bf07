import { Problem } from '#app/platform/http/problem'

/** The circuit of a dependency is open: nothing was sent. */
export class DependencyUnavailable extends Problem {
  /** @param retryAfterSeconds when the next attempt may be worth making */
  constructor(
    readonly dependency: string,
    readonly retryAfterSeconds: number
  ) {
    super({
      status: 503,
      code: 'dependency_unavailable',
      title: 'A system this answer needs is not available',
      detail: `${dependency} failed too often and is left alone. Try again in ${retryAfterSeconds} s.`,
      headers: { 'Retry-After': String(retryAfterSeconds) },
    })
  }
}

/** A dependency did not answer in time. Whether it acted on the request is unknown. */
export class DependencyTimeout extends Problem {
  constructor(
    readonly dependency: string,
    readonly timeoutMs: number
  ) {
    super({
      status: 504,
      code: 'dependency_timeout',
      title: 'A system this answer needs did not answer in time',
      detail: `${dependency} did not answer within ${timeoutMs} ms. Try again in a moment.`,
    })
  }
}

/** A dependency answered that it cannot serve us now (5xx, 408, 429). */
export class DependencyFault extends Problem {
  /** @param retryAfterMs what the dependency asked for, when it did */
  constructor(
    readonly dependency: string,
    readonly answeredStatus: number,
    readonly retryAfterMs?: number
  ) {
    super({
      status: 502,
      code: 'dependency_fault',
      title: 'A system this answer needs failed',
      detail: `${dependency} answered ${answeredStatus}. Try again in a moment.`,
    })
  }
}
