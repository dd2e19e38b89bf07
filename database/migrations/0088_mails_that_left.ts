import { BaseSchema } from '@adonisjs/lucid/schema'

/** Mails that a server took stand beside those that nobody sent. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- The Message-ID under which a server took it; none: nobody has sent it.
      alter table kept_mails add sent_as text unique;
    `)
  }
}
