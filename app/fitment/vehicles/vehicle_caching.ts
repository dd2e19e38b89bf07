/** Vehicles change when a list of them is imported. */
export const VEHICLE_CACHING = { tags: ['vehicles'], ttl: 60 }
