import app from '@adonisjs/core/services/app'
import edge from 'edge.js'
import { bellCount } from '#app/admin/todos'
import { dinars } from '#app/money/dinars'
import { pieces } from '#app/orion/forecasts/pieces'
import { filePath } from '#app/platform/files/file_url'
import { inLocale } from '#app/platform/http/locale'
import { icon } from '#app/platform/views/icon'
import { listAddress } from '#app/platform/views/list_address'
import { day, moment } from '#app/platform/views/moments'
import { oneDecimal, percent, wholeNumber } from '#app/platform/views/numbers'
import { fieldNameMark, withFieldNames } from '#app/platform/views/with_field_names'
import { withKeptForm } from '#app/platform/views/with_kept_form'
import { delegationName, governorateName } from '#app/tunisia/place_names'

edge.global('icon', (name: string, classes?: string) => edge.globals.html.safe(icon(name, classes)))
edge.global('dinars', dinars)
edge.global('filePath', filePath)
edge.global('inLocale', inLocale)
edge.global('wholeNumber', wholeNumber)
edge.global('percent', percent)
edge.global('oneDecimal', oneDecimal)
edge.global('pieces', pieces)
edge.global('moment', moment)
edge.global('day', day)
edge.global('listAddress', listAddress)
edge.global('governorateName', governorateName)
edge.global('delegationName', delegationName)
edge.global('fieldNameMark', fieldNameMark)
edge.global('withFieldNames', withFieldNames)
edge.global('withKeptForm', withKeptForm)
edge.global('waitingTodos', bellCount)

// Where sources do not change, Edge compiles each page once, and looks for components on disk once.
if (app.inProduction || app.inTest) {
  edge.configure({ cache: true })
  const listComponents = edge.loader.listComponents.bind(edge.loader)
  let components: ReturnType<typeof listComponents> | undefined
  edge.loader.listComponents = () => (components ??= listComponents())
}
