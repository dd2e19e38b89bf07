import { columnsPage } from '#app/imports/files/columns_page'
import { wrongState } from '#app/imports/runs/change_state'
import type { ImportDetail } from '#app/imports/runs/import_list_query'

/** How a file was read and what its columns are taken for, for programs. Throws 409 `wrong_state` once that is settled. */
export function columnsAnswer(run: ImportDetail, mayKnowCosts: boolean) {
  if (!run.layout || !['uploaded', 'checking', 'checked'].includes(run.state)) throw wrongState(run)
  const { layout, columns } = columnsPage(run, run.layout, mayKnowCosts)
  return {
    state: run.state,
    format: layout.format,
    encoding: layout.encoding ?? null,
    delimiter: layout.delimiter ?? null,
    decimals: layout.decimals,
    known: layout.known,
    columns: columns.map(({ header, samples, ours, isHidden }) => ({
      ...{ header, samples, isHidden },
      column: ours || null,
    })),
  }
}
