import vine from '@vinejs/vine'
import {
  exportValidator,
  importIdValidator,
  importListValidator,
  importMoveValidator,
  programColumnsValidator,
  programUploadValidator,
} from '#app/imports/import_validators'
import { count, instant, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const item = {
  id: count(),
  entity: text(),
  state: text(),
  fileName: text(),
  supplier: text().nullable(),
  counts: vine.object({
    created: count(),
    updated: count(),
    unchanged: count(),
    rejected: count(),
  }),
  progress: vine.object({ phase: text(), done: count(), total: count() }),
  error: text().nullable(),
  actor: text(),
  createdAt: instant(),
  updatedAt: instant(),
  finishedAt: instant().nullable(),
}

const priceAlarm = vine.object({ line: count(), sku: text(), from: count(), to: count() })

const preview = vine.object({
  priceAlarms: vine.object({ over20: count(), over30: count(), sample: vine.array(priceAlarm) }),
  changes: vine.array(
    vine.object({
      entity: text(),
      label: text(),
      field: text(),
      before: text().nullable(),
      after: text().nullable(),
    })
  ),
  rejected: vine.array(vine.object({ line: count(), reason: text() })),
  notes: vine.array(text()),
})

const undone = vine.object({
  count: count(),
  conflicts: count(),
  sample: vine.array(
    vine.object({
      entity: text(),
      id: count(),
      label: text(),
      field: text(),
      now: text().nullable(),
      wanted: text().nullable(),
    })
  ),
})

const detail = vine.object({ ...item, preview: preview.nullable(), undone: undone.nullable() })

const columns = vine.object({
  state: text(),
  format: text(),
  encoding: text().nullable(),
  delimiter: text().nullable(),
  decimals: text(),
  known: vine.array(text()),
  columns: vine.array(
    vine.object({
      header: text(),
      samples: vine.array(text()),
      isHidden: vine.boolean(),
      column: text().nullable(),
    })
  ),
})

const imports = { tag: 'Imports (staff)', staff: true }

describeRoutes({
  'admin.imports.store': {
    ...imports,
    summary: 'Import a file, or with dryRun only try it out; counts follow in the background',
    upload: programUploadValidator,
    problems: [409],
    status: 202,
    answer: one(detail),
  },
  'admin.imports.index': {
    ...imports,
    summary: 'Imports of any kind and origin, newest first',
    query: importListValidator,
    answer: page(vine.object(item)),
  },
  'admin.imports.show': {
    ...imports,
    summary:
      'An import: its state, counts and progress, what a dry run found, what a rollback left',
    params: importIdValidator,
    answer: one(detail),
  },
  'admin.imports.errors': {
    ...imports,
    summary: 'The rejected rows with line and reason, to be corrected and imported',
    params: importIdValidator,
    contentType: 'text/csv',
    answer: text(),
  },
  'admin.imports.columns.show': {
    ...imports,
    summary: 'How an uploaded file is read, its columns with samples, and what they are taken for',
    params: importIdValidator,
    problems: [409],
    answer: one(columns),
  },
  'admin.imports.columns.update': {
    ...imports,
    summary:
      'Say what the columns are, and try the file out again; under another encoding or delimiter they are told anew',
    params: importIdValidator,
    body: programColumnsValidator,
    problems: [409],
    status: [200, 202],
    answer: one(columns),
  },
  'admin.imports.moves.store': {
    ...imports,
    summary: 'Start what was only tried out, pause, resume, cancel, or take the whole import back',
    params: importMoveValidator,
    problems: [409],
    status: 202,
    answer: one(detail),
  },
  'admin.exports': {
    ...imports,
    tag: 'Exports (staff)',
    summary:
      'The catalogue as CSV that an import takes back unchanged; costs for those who may know',
    query: exportValidator,
    contentType: 'text/csv',
    answer: text(),
  },
})
