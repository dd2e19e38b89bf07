import { test } from '@japa/runner'
import { amountInArabic } from '#app/invoicing/amount_in_arabic'
import { amountInFrench } from '#app/invoicing/amount_in_french'

test.group('Amounts in words', () => {
  test('{millimes} millimes are {words}')
    .with([
      { millimes: 0, words: 'zéro dinar' },
      { millimes: 1, words: 'zéro dinar et un millime' },
      { millimes: 1_000, words: 'un dinar' },
      { millimes: 2_021, words: 'deux dinars et vingt et un millimes' },
      { millimes: 71_080, words: 'soixante et onze dinars et quatre-vingts millimes' },
      { millimes: 81_099, words: 'quatre-vingt-un dinars et quatre-vingt-dix-neuf millimes' },
      { millimes: 97_100, words: 'quatre-vingt-dix-sept dinars et cent millimes' },
      { millimes: 200_201, words: 'deux cents dinars et deux cent un millimes' },
      {
        millimes: 292_551,
        words: 'deux cent quatre-vingt-douze dinars et cinq cent cinquante et un millimes',
      },
      { millimes: 1_000_000, words: 'mille dinars' },
      { millimes: 80_000_000, words: 'quatre-vingt mille dinars' },
      { millimes: 200_180_000, words: 'deux cent mille cent quatre-vingts dinars' },
      { millimes: 1_000_000_000, words: 'un million de dinars' },
      { millimes: 80_000_300_000, words: 'quatre-vingts millions trois cents dinars' },
      { millimes: 2_000_000_000_000, words: 'deux milliards de dinars' },
    ])
    .run(({ assert }, { millimes, words }) => {
      assert.equal(amountInFrench(millimes), words)
    })
})

test.group('Amounts in Arabic words', () => {
  test('{millimes} millimes are {words}')
    .with([
      { millimes: 0, words: 'صفر دينار' },
      { millimes: 1_000, words: 'دينار واحد' },
      { millimes: 2_002, words: 'ديناران ومليمان' },
      { millimes: 3_010, words: 'ثلاثة دنانير وعشرة مليمات' },
      { millimes: 11_100, words: 'أحد عشر دينارا ومائة مليم' },
      { millimes: 120_500, words: 'مائة وعشرون دينارا وخمسمائة مليم' },
      { millimes: 113_215, words: 'مائة وثلاثة عشر دينارا ومائتان وخمسة عشر مليما' },
      {
        millimes: 292_551,
        words: 'مائتان واثنان وتسعون دينارا وخمسمائة وواحد وخمسون مليما',
      },
      { millimes: 1_000_000, words: 'ألف دينار' },
      { millimes: 2_000_000, words: 'ألفا دينار' },
      { millimes: 5_200_000, words: 'خمسة آلاف ومائتا دينار' },
      { millimes: 1_000_000_000, words: 'مليون دينار' },
    ])
    .run(({ assert }, { millimes, words }) => {
      assert.equal(amountInArabic(millimes), words)
    })
})
