import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { projectRoot } from '#app/platform/project_root'

/** A place among the files that outlive a build. Only its folder `public` is ever served. */
export const storagePath = (...parts: string[]) =>
  join(projectRoot(app.appRoot), app.inTest ? 'tmp/test/storage' : 'storage', ...parts)
