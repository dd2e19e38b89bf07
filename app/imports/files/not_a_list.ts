import { UnusableFile } from '#app/platform/tabular/unusable_file'

const SHOWN = 6

/** A file whose columns do not make it a list of these things; `needs` are the columns that would. */
export const notAList = (of: string, headers: string[], needs: string) =>
  new UnusableFile(
    `does not look like a list of ${of} (columns: ${headers.slice(0, SHOWN).join(', ')}): it needs ${needs}`
  )
