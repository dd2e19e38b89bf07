import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which words the shop was given: a later version brings new ones, and leaves alone what staff have removed. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create table words_given (
        code text not null,
        term_norm text not null,
        primary key (code, term_norm)
      );
      insert into words_given (code, term_norm)
      select c.code, s.term_norm from synonyms s join concepts c on c.id = s.concept_id where s.source = 'seed';

      -- Who asks for the belt or the chain is shown the kits, too: a word of the name is not enough any more (0105).
      update concepts set category_slugs = array['distribution-et-courroies/kit-de-distribution',
        'distribution-et-courroies/kit-distribution-pompe-a-eau']
      where code = 'timing_kit' and category_slugs = array['distribution-et-courroies/kit-de-distribution'];
      update concepts set category_slugs = array['distribution-et-courroies/chaine-de-distribution',
        'distribution-et-courroies/kit-de-distribution']
      where code = 'timing_chain' and category_slugs = array['distribution-et-courroies/chaine-de-distribution'];
    `)
  }
}
