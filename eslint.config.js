import { configApp } from '@adonisjs/eslint-config'

export default configApp(
  {
    name: 'Not written by us',
    ignores: [
      '.adonisjs',
      'build',
      'coverage',
      'database/schema.ts',
      'public',
      'storage',
      'tests/fakes/sites/open',
      'tests/fakes/sites/held_out',
      'tmp',
    ],
  },
  {
    name: 'Taste',
    files: ['**/*.ts'],
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  }
)
