import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forReads } from '#start/middleware'

const { Health, Metrics } = controllers.platform.observability
const { Document } = controllers.platform.openapi

router.get('/health/live', [Health, 'live']).as('health.live')
router.get('/health/ready', [Health, 'ready']).as('health.ready')
router.get('/metrics', [Metrics, 'show']).as('metrics')
router.get('/api/openapi.json', [Document, 'show']).as('openapi').use(forReads)
