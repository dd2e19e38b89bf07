import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The relay asks four times a second instead of being told. A commit that tells holds one lock of the whole server
 * while it waits for the disk, so orders could not share a flush: they were written one after the other.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      drop trigger outbox_wake_relay on outbox;
      drop function outbox_wake_relay();
    `)
  }
}
