import adonisjs from '@adonisjs/vite/client'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    tailwindcss(),
    adonisjs({
      entryPoints: ['resources/css/admin.css', 'resources/js/admin.js'],
      reload: ['resources/views/**/*.edge'],
    }),
  ],
})
