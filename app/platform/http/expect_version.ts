import { Problem } from '#app/platform/http/problem'

/** Throws a 412 when a record has moved on from the version that the caller has seen. */
export function expectVersion(record: { version: number }, seen?: number) {
  if (seen === undefined || seen === record.version) return
  throw new Problem({
    status: 412,
    code: 'version_conflict',
    title: 'Somebody else changed it first',
    detail: `It is at version ${record.version} now. Read it again and repeat the change.`,
    extra: { version: record.version },
  })
}

/** What `expectVersion` throws: a form shows both versions instead. */
export const isVersionConflict = (error: unknown) =>
  error instanceof Problem && error.details.code === 'version_conflict'
