import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- What lists of numbers write can be taken back from the log, as what lists of vehicles write can (0017).
      select audit('supersessions', 'old_number', 'owner_norm old_norm new_norm');

      -- As before (0008), but several dots in a row are punctuation wherever they stand.
      create or replace function fold_words(words text) returns text
        language sql immutable strict parallel safe as $$
        select btrim(regexp_replace(
          case when spaced ~ '[ء-ي]' then regexp_replace(spaced, '(^| )(و|)(ال|لل)([ء-ي]{2})', '\\1\\4', 'g')
               else spaced end,
          ' +', ' ', 'g'))
        from (select regexp_replace(regexp_replace(
          translate(
            regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, nfkc))),
              '(^|[^[:alnum:]])(d|l|qu)[''’]', '\\1', 'g'),
            'أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹,' || U&'\\0640\\064B\\064C\\064D\\064E\\064F\\0650\\0651\\0652',
            'اااايهوي01234567890123456789.'),
          '[^[:alnum:].]+|[.]{2,}', ' ', 'g'), '([^0-9]|^)[.]+|[.]+([^0-9]|$)', '\\1 \\2', 'g') as spaced) f
      $$;
    `)
  }
}
