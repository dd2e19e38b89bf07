import { BaseSchema } from '@adonisjs/lucid/schema'

/** Epochs are moments: Redis may hold answers of another shop, or of this one before it was emptied or restored. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create function next_epoch(epoch bigint) returns bigint language sql volatile as $$
        select greatest(epoch + 1, (extract(epoch from clock_timestamp()) * 1000000)::bigint)
      $$;
      alter table cache_epochs alter column epoch set default next_epoch(0);
      update cache_epochs set epoch = next_epoch(epoch);
    `)
  }
}
