/** Seconds. A change of the catalogue ends an answer at once: age only bounds what is kept. */
export const LISTING_CACHING = { tags: ['catalogue', 'vehicles', 'words'], ttl: 60 }
