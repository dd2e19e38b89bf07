import { test } from '@japa/runner'
import { HELD_OUT_LABELS } from '#tests/fakes/sites/held_out_labels'
import { SiteFarm } from '#tests/fakes/sites/site_farm'
import { crawlLabelled } from '#tests/support/farm_crawl'
import { accuracyOf } from '#tests/support/reading_accuracy'

test.group('Websites that the reader was not built with', (group) => {
  let farm: SiteFarm
  group.setup(async () => {
    farm = await SiteFarm.start('held_out')
    return () => farm.stop()
  })

  test('tell who they belong to', async ({ assert }) => {
    const findings = await crawlLabelled(farm, HELD_OUT_LABELS)

    for (const { field, precision, recall, mistakes } of accuracyOf(HELD_OUT_LABELS, findings)) {
      const said = `${field}: precision ${precision}, recall ${recall}\n${mistakes.join('\n')}`
      assert.isAtLeast(precision, 0.97, said)
      assert.isAtLeast(recall, 0.93, said)
    }
  })
})
