import { defineConfig } from '@adonisjs/vite'
import env from '#start/env'

export default defineConfig({
  buildDirectory: 'public/assets',
  manifestFile: 'public/assets/.vite/manifest.json',
  assetsUrl: env.get('ASSET_URL') ?? '/assets',
  scriptAttributes: { defer: true },
})
