import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { defineConfig, services } from '@adonisjs/drive'
import type { InferDriveDisks } from '@adonisjs/drive/types'
import { projectRoot } from '#app/platform/project_root'

const driveConfig = defineConfig({
  default: 'public',
  services: {
    public: services.fs({
      location: join(projectRoot(app.appRoot), app.inTest ? 'tmp/test/storage' : 'storage'),
      serveFiles: true,
      routeBasePath: '/files',
      visibility: 'public',
    }),
  },
})

export default driveConfig

declare module '@adonisjs/drive/types' {
  export interface DriveDisks extends InferDriveDisks<typeof driveConfig> {}
}
