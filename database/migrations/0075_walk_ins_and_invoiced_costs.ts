import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the counter and the receiving bay could not say: who passes by, and what an invoice asks. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Who pays and leaves at once need not say who they are (docs/adr/0025-quotes.md). Everybody else still does: an
      -- order that goes to somebody has a name and a telephone.
      alter table order_contacts
        add column is_walk_in boolean not null default false,
        alter column full_name drop not null,
        alter column phone drop not null,
        add constraint only_walk_ins_are_unnamed check (is_walk_in or (full_name is not null and phone is not null));

      -- What a supplier has put on the invoice of a delivery, which is not always what was ordered: of a piece, in
      -- millimes without tax; null where nobody has looked at the invoice (docs/adr/0018-purchasing.md).
      alter table purchase_receipt_lines add column invoiced_cost bigint check (invoiced_cost >= 0);
    `)
  }
}
