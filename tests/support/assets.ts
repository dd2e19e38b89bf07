import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds styles and scripts as the shop's build does, into `public/assets`. */
export async function buildAssets() {
  await build({ root: fileURLToPath(new URL('../../', import.meta.url)), logLevel: 'error' })
}
