import type { Readable } from 'node:stream'
import type { HttpResponse } from '@adonisjs/core/http'

/** Sends a CSV file that is written while it is read; no browser takes it for a page. */
export function sendCsv(response: HttpResponse, fileName: string, rows: Readable) {
  response.header('Content-Type', 'text/csv; charset=utf-8')
  response.header('Content-Disposition', `attachment; filename="${fileName}"`)
  response.header('X-Content-Type-Options', 'nosniff')
  return response.stream(rows)
}
