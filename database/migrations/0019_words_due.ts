import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Products whose words are read after the commit that changed them. No foreign key: what was removed
      -- meanwhile is nobody's any more.
      create table search_words_due (product_id integer primary key);

      -- BM25F's term frequencies: how often a word is in each field, set against how long that field is.
      -- Each document is taken apart once; labels of positions tell the field.
      create or replace function search_weights(ids integer[])
        returns table (term text, product_id integer, weight real)
        language plpgsql stable as $$
      begin
        return query
        with fields as materialized (
          select d.product_id as id, d.words,
            1 / (0.5 + 0.5 * length(ts_filter(d.words, '{a}')) / s.name_words) as a,
            1 / (0.3 + 0.7 * length(ts_filter(d.words, '{b}')) / s.brand_words) as b,
            1 / (0.3 + 0.7 * length(ts_filter(d.words, '{c}')) / s.description_words) as c,
            0.2 / (0.1 + 0.9 * length(ts_filter(d.words, '{d}')) / s.attribute_words) as d
          from search_documents d cross join search_statistics s
          where d.product_id = any (ids)
        ), frequencies as (
          select f.id, index_term(t.lexeme) collate "C" as word,
            sum(case when t.positions is null then 1e6 else
              cardinality(array_positions(t.weights, 'A')) * f.a + cardinality(array_positions(t.weights, 'B')) * f.b
                + cardinality(array_positions(t.weights, 'C')) * f.c + cardinality(array_positions(t.weights, 'D')) * f.d
            end) as tf
          from fields f cross join unnest(f.words) t
          group by 1, 2
        )
        select word, id, (tf / (tf + 0.6))::real from frequencies where word is not null order by 1, 2;
      end $$;
    `)
  }
}
