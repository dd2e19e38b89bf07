/**
 * Whether a search found anything. What found nothing is not kept for others: everybody who asks for it in vain is
 * counted among the unmet demand.
 */
export const hasHits = ({ data }: { data: unknown[] }): boolean => data.length > 0
