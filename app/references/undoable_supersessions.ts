import type { Undoable } from '#app/platform/audit/undo/undoable'

/** What replaced what. */
export const UNDOABLE_SUPERSESSIONS: Undoable = {
  table: 'supersessions',
  label: 'old_number',
  tags: ['catalogue'],
}
