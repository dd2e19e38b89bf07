import { test } from '@japa/runner'
import { HELD_OUT_LABELS } from '#tests/fakes/sites/held_out_labels'
import type { SiteLabel } from '#tests/fakes/sites/site_label'
import { SiteFarm } from '#tests/fakes/sites/site_farm'
import { UNSEEN_FIRST_LABELS } from '#tests/fakes/sites/unseen_first_labels'
import { UNSEEN_FOURTH_LABELS } from '#tests/fakes/sites/unseen_fourth_labels'
import { UNSEEN_SECOND_LABELS } from '#tests/fakes/sites/unseen_second_labels'
import { UNSEEN_THIRD_LABELS } from '#tests/fakes/sites/unseen_third_labels'
import { crawlLabelled } from '#tests/support/farm_crawl'
import { accuracyOf } from '#tests/support/reading_accuracy'

const SETS: [
  'held_out' | 'unseen_first' | 'unseen_second' | 'unseen_third' | 'unseen_fourth',
  SiteLabel[],
][] = [
  ['held_out', HELD_OUT_LABELS],
  ['unseen_first', UNSEEN_FIRST_LABELS],
  ['unseen_second', UNSEEN_SECOND_LABELS],
  ['unseen_third', UNSEEN_THIRD_LABELS],
  ['unseen_fourth', UNSEEN_FOURTH_LABELS],
]

/** First readings stand in docs/prospector.md; what was wrong in them has been mended since. */
test.group('Websites that were read once before the reader was mended on them', () => {
  test('tell who they belong to: {0}')
    .with(SETS)
    .run(async ({ assert, cleanup }, [set, labels]) => {
      const farm = await SiteFarm.start(set)
      cleanup(() => farm.stop())
      const findings = await crawlLabelled(farm, labels)

      for (const { field, precision, recall, mistakes } of accuracyOf(labels, findings)) {
        const said = `${field}: precision ${precision}, recall ${recall}\n${mistakes.join('\n')}`
        assert.isAtLeast(precision, 0.97, said)
        assert.isAtLeast(recall, 0.93, said)
      }
    })
})
