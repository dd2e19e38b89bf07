import type { Acting } from '#app/platform/database/act_as'

/** Who does what happens in the demo: by this name it is known whether anybody else has touched it. */
export const DEMO: Acting = { actor: 'demo', source: 'command' }
