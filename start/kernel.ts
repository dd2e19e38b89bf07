import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'
import '#app/platform/http/see_other'

server.errorHandler(() => import('#app/platform/http/exception_handler'))

/** Every request. Sessions are not here: the API never starts one (docs/performance.md). */
server.use([
  () => import('#app/platform/http/observe_request_middleware'),
  () => import('@adonisjs/cors/cors_middleware'),
  () => import('#app/platform/http/public_files_middleware'),
  ...(process.env.DEV_MODE ? [() => import('@adonisjs/vite/vite_middleware')] : []),
])

/** Every request that a route answers. */
router.use([
  () => import('#app/platform/http/shed_load_middleware'),
  () => import('#app/platform/files/stored_files_middleware'),
  () => import('#app/platform/http/empty_parameters_middleware'),
  () => import('#app/platform/http/media_type_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
])
