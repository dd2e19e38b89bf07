import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { lastingPath } from '#app/platform/project_root'

/** A place among the files that outlive a build. Only its folder `public` is ever served. */
export const storagePath = (...parts: string[]) => join(lastingPath(app, 'storage'), ...parts)
