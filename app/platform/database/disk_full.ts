/** PostgreSQL had nowhere to write: it refuses until somebody has made room, however often it is asked. */
export const isDiskFull = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '53100'
