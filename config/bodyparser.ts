import { defineConfig } from '@adonisjs/core/bodyparser'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: { limit: '256kb', types: ['application/x-www-form-urlencoded'] },
  json: {
    limit: '1mb',
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    types: ['application/json', 'application/merge-patch+json'],
  },
  raw: { types: [] },
  multipart: { autoProcess: false, limit: '50mb', types: ['multipart/form-data'] },
})
