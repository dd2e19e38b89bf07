import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string>()

/**
 * Works on behalf of the request with that id, or of none: jobs, events and mails that come of it
 * carry the id, so that one search through the logs of all processes tells the whole story.
 */
export function onBehalfOf<Result>(requestId: string | undefined, work: () => Result): Result {
  return requestId ? current.run(requestId, work) : work()
}

/** The id of the request that the present work is done for. */
export const currentRequestId = (): string | undefined => current.getStore()
