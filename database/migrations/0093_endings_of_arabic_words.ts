import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Arabic words are one with their plural and with how they are said, Tunisian joints join, and a word may tell the parts
 * of one name apart without being a part itself: «eau» of «pompe à eau».
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      set local statement_timeout = 0;

      alter table concepts drop constraint concepts_kind_check,
        add constraint concepts_kind_check
          check (kind in ('part', 'modifier', 'position', 'quality', 'fuel', 'filler'));

      -- One form for a word and its plural, French, English or Arabic: batteries, batterie, battery; مساعدات, مساعدة, مساعد;
      -- a hamza at the end is not heard: ماء, ما. Null for words that only join others. Stemming more than that costs
      -- three points of NDCG (bench/relevance.ts).
      -- The twin in TypeScript is app/search/index/index_term.ts; both read the same test vectors.
      create or replace function index_term(word text) returns text language sql immutable parallel safe
        return case
          when word in ('a', 'au', 'aux', 'avec', 'and', 'ce', 'ces', 'dans', 'de', 'des', 'du', 'en', 'et', 'for', 'in', 'la',
            'le', 'les', 'leur', 'of', 'on', 'or', 'ou', 'par', 'pour', 'qui', 'sa', 'son', 'sur', 'the', 'to', 'un',
            'une', 'with', 'el', 'il', 'mta3', 'mte3', 'meta3', 'mtaa', 'ta3', 'te3', 'taa',
            'من', 'في', 'مع', 'علي', 'الي', 'عن', 'متاع', 'تاع', 'و') then null
          when word like '__%ء' then left(word, -1)
          when word like '___%ات' then left(word, -2)
          when word like '___%ه' then left(word, -1)
          when length(word) < 4 then word
          when word like '%ies' then left(word, -3) || 'y'
          when word like '%ie' then left(word, -2) || 'y'
          when word like '%ux' then left(word, -1)
          when word like '%s' and word not like '%ss' and word not similar to '%[0-9]s' then left(word, -1)
          else word
        end;

      select weigh_search_documents(array(select product_id from search_documents));
      select refresh_search_statistics();
      select refresh_search_champions();
    `)
  }
}
