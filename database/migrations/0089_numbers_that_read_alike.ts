import { BaseSchema } from '@adonisjs/lucid/schema'

/** What an eye mistakes in a number is the same in its loose form. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- A normalised number as a tired eye or a bad photograph reads it: O is 0, I and L are 1, S is 5, B is 8.
      create function loose_ref(norm text) returns text
        language sql immutable strict parallel safe
        return translate(norm collate "C", 'OILSB', '01158') collate "C";

      create index part_numbers_that_read_alike on part_numbers (loose_ref(number_norm));
      create index supersessions_that_read_alike on supersessions (loose_ref(old_norm));
    `)
  }
}
