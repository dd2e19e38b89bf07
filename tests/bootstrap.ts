import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import { dot, ndjson, spec } from '@japa/runner/reporters'
import type { Config } from '@japa/runner/types'
import { prepareDatabase } from '#app/platform/database/prepare_database'
import { shopServer } from '#app/platform/http/shop_server'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import { isDeep } from '#tests/depth'
import { faultTable, plainLine } from '#tests/reporter'
import '#start/jobs'

export const plugins: Config['plugins'] = [assert(), apiClient(), pluginAdonisJS(app)]

export const reporters: Config['reporters'] = {
  activated: ['spec', 'plain', ...(isDeep ? ['faults'] : [])],
  list: [spec(), ndjson(), dot(), plainLine, faultTable],
}

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [() => prepareDatabase(preparePgBoss)],
  teardown: [],
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (['functional', 'browser'].includes(suite.name)) {
    suite.setup(() => testUtils.httpServer().start(shopServer))
  }
}
