import { Problem } from '#app/platform/http/problem'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** An unusable file as a problem that names it as its sender does; any other error as it is. */
export function unusable(error: unknown, name: string): unknown {
  if (!(error instanceof UnusableFile)) return error
  // A workbook is read by a process of its own, which knows the file by the name that we gave it.
  const says = error.says.replace(/^source /, '')
  return new Problem({
    status: 422,
    code: 'unusable_file',
    title: 'The file cannot be imported',
    detail: `${name}: ${says}.`,
    extra: { reason: says },
  })
}
