import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

/** What a column holds that only its model knows: models that read it say what it is. */
const unknown = { tsType: 'unknown', decorators: [{ name: '@column' }] }

/** bigint columns hold keys and millimes: exact numbers (see config/database.ts). */
export default {
  types: {
    bigint: { tsType: 'number', decorators: [{ name: '@column' }] },
    json: unknown,
    jsonb: unknown,
    ARRAY: unknown,
  },
  tables: {
    // It is told to be never null, as its primary key includes it.
    product_listings: {
      columns: { category_id: { tsType: 'number | null', decorators: [{ name: '@column' }] } },
    },
  },
} satisfies SchemaRules
