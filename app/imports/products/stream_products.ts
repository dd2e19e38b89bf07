import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { type ExportedList, exportProducts } from '#app/imports/products/export_products'
import { csvOf } from '#app/platform/tabular/write_table'

/**
 * Products as CSV, read as fast as somebody takes it, from one moment of the catalogue. Resolves once
 * the database has begun to answer; whoever goes away ends it.
 */
export function streamProducts(list: ExportedList): Promise<Readable> {
  return new Promise((resolve, reject) => {
    exportProducts(list, true, async (headers, rows) => {
      const stream = Readable.from(csvOf(headers, rows))
      resolve(stream)
      // Somebody who goes away is no error of ours.
      await finished(stream).catch(() => {})
    }).catch(reject)
  })
}
