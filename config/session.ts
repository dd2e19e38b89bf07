import { defineConfig, stores } from '@adonisjs/session'
import { isHttps } from '#config/app'

const sessionConfig = defineConfig({
  enabled: true,
  cookieName: isHttps ? '__Host-session' : 'session',
  clearWithBrowser: false,
  age: '8h',
  cookie: { path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' },
  // Few people work here: PostgreSQL keeps their sessions, so that losing Redis logs nobody out.
  store: 'database',
  stores: { database: stores.database() },
})

export default sessionConfig
