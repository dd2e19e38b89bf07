import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- What lists of vehicles and of numbers write can be taken back from the log.
      select audit('vehicle_makes', 'name', 'popularity'), audit('vehicle_models', 'name', 'popularity'),
        audit('supersessions', 'old_number', 'owner_norm old_norm new_norm');
    `)
  }
}
