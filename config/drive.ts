import { defineConfig, services } from '@adonisjs/drive'
import type { InferDriveDisks } from '@adonisjs/drive/types'
import { storagePath } from '#app/platform/files/storage'

const driveConfig = defineConfig({
  default: 'public',
  services: {
    public: services.fs({
      // Beside it lie files that are nobody's business, such as uploaded lists.
      location: storagePath('public'),
      serveFiles: true,
      routeBasePath: '/files',
      visibility: 'public',
    }),
    // What was learned from sales: read by workers alone.
    models: services.fs({
      location: storagePath('models'),
      serveFiles: false,
      visibility: 'private',
    }),
  },
})

export default driveConfig

declare module '@adonisjs/drive/types' {
  export interface DriveDisks extends InferDriveDisks<typeof driveConfig> {}
}
