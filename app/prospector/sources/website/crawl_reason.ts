import { ForbiddenPlace } from '#app/platform/web/public_connector'

/** Why a site, or a page of it, was not read. */
export type CrawlReason =
  | 'robots'
  | 'robots_away'
  | 'unreachable'
  | 'forbidden_place'
  | 'refused'
  | 'moved'
  | 'too_many_redirects'
  | 'not_html'
  | 'busy'
  | 'social_network'
  | 'needs_script'

/** Reasons that pass by themselves: the site is asked again on one of the next nights. */
export const PASSING: readonly string[] = [
  'unreachable',
  'busy',
  'robots_away',
] satisfies CrawlReason[]

/** Ends the reading of a page; of a whole site where nothing can be read without it. */
export class Stop extends Error {
  constructor(readonly reason: CrawlReason) {
    super(reason)
  }
}

export function reasonOf(error: unknown): CrawlReason {
  if (error instanceof Stop) return error.reason
  return error instanceof ForbiddenPlace ? 'forbidden_place' : 'unreachable'
}
