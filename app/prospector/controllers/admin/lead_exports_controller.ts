import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { sendCsv } from '#app/platform/http/send_csv'
import { filtersOf } from '#app/platform/lists/filters_of'
import { csvOf } from '#app/platform/tabular/write_table'
import { EXPORT_COLUMNS, exportedLeads } from '#app/prospector/leads/export_leads'
import { leadListValidator } from '#app/prospector/leads/lead_validators'

/** Leads as a file, without what Google told. */
export default class LeadExportsController {
  async index({ request, response }: HttpContext) {
    const { cursor, limit, ...asked } = await filtersOf(leadListValidator, request.qs())
    const rows = csvOf(EXPORT_COLUMNS, exportedLeads(asked))
    return sendCsv(response, 'prospects.csv', Readable.from(rows))
  }
}
