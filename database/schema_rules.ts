import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

/** bigint columns hold keys and millimes: exact numbers (see config/database.ts). */
export default {
  types: {
    bigint: { tsType: 'number', decorators: [{ name: '@column' }] },
  },
  tables: {},
} satisfies SchemaRules
