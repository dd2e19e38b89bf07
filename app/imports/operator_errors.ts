import { UnknownFilter } from '#app/imports/products/expect_known_filters'
import { RunEnded } from '#app/imports/runs/apply_run'
import { ImportInProgress } from '#app/imports/runs/import_locks'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** Errors that one line explains to whoever typed the command. */
export function isForOperators(error: unknown): error is Error {
  if (error instanceof UnusableFile || error instanceof ImportInProgress) return true
  if (error instanceof RunEnded || error instanceof UnknownFilter) return true
  return error instanceof Error && 'syscall' in error && 'path' in error
}
