import { ImportCommand } from '#app/imports/import_command'

export default class LeadsImport extends ImportCommand {
  static commandName = 'leads:import'
  static description = 'Import businesses as leads, from an address book or a register'
  static help = [
    'Columns: name, segment, phone, email, website, address, governorate, delegation, tax_id; French, Arabic and',
    'English headers are understood. A business that is known is completed. The same file again changes nothing.',
  ]

  entity = 'leads'
}
