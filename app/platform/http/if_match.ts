import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#app/platform/http/problem'

/**
 * The version a caller has seen, from `If-Match: "3"`; undefined when it does
 * not say. Throws a 400 for anything that is not a version.
 */
export function ifMatch({ request }: HttpContext): number | undefined {
  const header = request.header('if-match')?.trim()
  if (!header || header === '*') return undefined
  const [, version] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header) ?? []
  if (version) return Number(version)
  throw new Problem({
    status: 400,
    code: 'bad_if_match',
    title: 'If-Match is not a version',
    detail: 'Send the version or the ETag that the last answer carried, such as If-Match: "3".',
  })
}

/** Throws a 412 when a record has moved on since the version that the caller has seen. */
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
