/** Who carries what is handed over in the shop, and whose paper says so. */
export const COUNTER = 'Boutique'

/** Whether the buyer paid at the counter: no courier ever had this money. */
export const isPaidAtCounter = ({ document }: { document?: string | null }) => document === COUNTER
