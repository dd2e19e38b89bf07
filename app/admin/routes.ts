import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPages, middleware } from '#start/middleware'

const { Dashboard, Reference } = controllers.admin

router
  .get('/admin', [Dashboard, 'show'])
  .as('admin.dashboard')
  .use([...forPages, middleware.staff({ guard: 'staffWeb', ability: 'dashboard:read' })])

router.get('/docs', [Reference, 'show']).as('reference').use(forPages)
router.get('/', ({ response }) => response.redirect().toPath('/docs')).as('home')
