/** Imported for what it does to Node alone. */
export {}
