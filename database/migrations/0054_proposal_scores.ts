import { BaseSchema } from '@adonisjs/lucid/schema'

/** What proposals to buy led to, looked at ninety days after they were answered, or made and left alone. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table proposal_scores (
        proposal_id integer primary key references purchase_proposals on delete cascade,
        answer text not null check (answer in ('accepted', 'declined', 'unanswered')),
        outcome text not null check (outcome in ('avoided', 'overstock', 'not_received', 'stockout', 'spared')),
        pieces integer not null check (pieces >= 0),
        value bigint not null check (value >= 0), -- millimes: sales where stock was short, costs where it was not
        arithmetic jsonb not null, -- the figures it was reckoned from
        since timestamptz not null, -- first of the days that were looked at
        scored_at timestamptz not null
      );
      create index proposal_scores_by_time on proposal_scores (scored_at desc, proposal_id desc);
    `)
  }
}
