import { currentRequestId } from '#app/platform/observability/request_id'

/** A job carries the id of the request that left it; a job about an event finds it among the headers. */
interface Marked {
  requestId?: string
  headers?: { requestId?: string }
}

/** The data of a job, marked with the request it is left by, if any. */
export function marked<Data extends object>(data: Data): Data & Marked {
  const requestId = currentRequestId()
  return requestId ? { ...data, requestId } : data
}

export const requestIdOf = ({ requestId, headers }: Marked): string | undefined =>
  requestId ?? headers?.requestId
