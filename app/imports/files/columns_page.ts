import type { Infer } from '@vinejs/vine/types'
import type { ImportDetail } from '#app/imports/runs/import_list_query'
import type { columnsValidator } from '#app/imports/import_validators'
import type { Choices } from '#app/imports/files/remembered_columns'
import type { Layout } from '#app/imports/files/understand_file'

/** Delimiters have names where a form names them: a tab is no value of a field. */
const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' }

/** Everything that the page about the columns of a file shows; what costs are only to those who may know. */
export function columnsPage(
  { id, entity, fileName, options }: ImportDetail,
  layout: Layout,
  mayKnowCosts: boolean
) {
  const { mapping = {} } = options
  const columns = layout.columns.map((column) => {
    const ours = (column.header in mapping ? mapping[column.header] : column.found) ?? ''
    const isHidden = !mayKnowCosts && [column.found, ours].includes('cost')
    return { ...column, ours, isHidden, samples: isHidden ? [] : column.samples }
  })
  const delimiter = Object.entries(DELIMITERS).find(([, mark]) => mark === options.delimiter)?.[0]
  return {
    id,
    entity,
    fileName,
    layout,
    columns,
    delimiters: Object.keys(DELIMITERS),
    chosen: { encoding: options.encoding, decimals: options.decimals, delimiter },
    isRemembered: Object.keys(mapping).length > 0,
  }
}

/** What a form has chosen. Only what differs from what was found is said: some columns carry more than a name. */
export function choicesOf(
  { layout }: ImportDetail,
  { encoding, delimiter, decimals, map = {} }: Infer<typeof columnsValidator>
): Choices {
  const mapping: Record<string, string | null> = {}
  for (const [index, { header, found }] of (layout?.columns ?? []).entries()) {
    const ours = map[`c${index}`]
    if (ours === undefined || (ours || null) === found) continue
    mapping[header] = ours || null
  }
  return { mapping, encoding, decimals, delimiter: delimiter && DELIMITERS[delimiter] }
}
