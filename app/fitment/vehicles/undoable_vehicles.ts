import { followRulesToTypes } from '#app/fitment/rules/follow_rules'
import type { Undoable } from '#app/platform/audit/undo/undoable'

const tags = ['vehicles', 'catalogue']

/** The finest first: they free the models and makes that came with them. */
export const UNDOABLE_VEHICLES: Undoable[] = [
  { table: 'vehicle_aliases', label: 'alias', tags },
  {
    table: 'vehicle_types',
    label: 'name',
    // What follows from rules goes with the vehicle; what was said of it outright holds it.
    noUse: { fitments: 'r.rule_id is not null' },
    restored: async (ids, trx) => void (await followRulesToTypes(ids, trx)),
    tags,
  },
  { table: 'vehicle_models', label: 'name', tags },
  { table: 'vehicle_makes', label: 'name', tags },
]
