const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether the database takes a text as a UUID. */
export const isUuid = (text: string) => UUID.test(text)
