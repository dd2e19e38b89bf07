import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPages, forStaffPages } from '#start/middleware'

const { Components, Dashboard, ListPreferences, Palette, Reference, SavedViews } = controllers.admin

router
  .group(() => {
    router.get('/', [Dashboard, 'show']).as('dashboard')
    router.get('/palette', [Palette, 'index']).as('palette')
    router.post('/views', [SavedViews, 'store']).as('views.store')
    router.post('/views/:id/deletion', [SavedViews, 'destroy']).as('views.destroy')
    router.post('/list-preferences', [ListPreferences, 'store']).as('list_preferences.store')
    if (!app.inProduction) router.get('/_components', [Components, 'index']).as('components')
  })
  .prefix('/admin')
  .as('admin')
  .use(forStaffPages('dashboard:read'))

router.get('/docs', [Reference, 'show']).as('reference').use(forPages)
router.get('/', ({ response }) => response.redirect().toPath('/docs')).as('home')
