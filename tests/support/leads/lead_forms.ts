import { sql } from '#app/platform/database/sql'
import { mergeLeads } from '#app/prospector/leads/merge_leads'
import { planTask } from '#app/prospector/leads/plan_task'
import { rulesWith } from '#app/prospector/score/rules'
import type { FilledForm } from '#tests/support/filled_form'
import { newLead } from '#tests/support/leads/findings'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const filled = async (
  page: string,
  action: string,
  fields: Record<string, string>
): Promise<FilledForm> => ({ page, action, fields, browser: await loggedIn(await createStaff()) })

async function aboutLead(action: string, fields: Record<string, string>): Promise<FilledForm> {
  const page = `/admin/leads/${await newLead()}`
  return filled(page, page + action, fields)
}

const RULES = Object.fromEntries(
  Object.entries(rulesWith()).map(([name, value]) => [name, String(value)])
)
const TYPED = {
  ...{ name: 'Garage du Lac', segment: 'garage', phone: '71 111 222' },
  email: 'contact@garage-du-lac.test',
}

/** Forms about leads. */
export const leadForms: Record<string, () => Promise<FilledForm>> = {
  '/admin/leads': () => filled('/admin/leads/new', '/admin/leads', TYPED),
  '/admin/leads/:id': () => aboutLead('', TYPED),
  '/admin/leads/:id/status': () => aboutLead('/status', { status: 'to_call' }),
  '/admin/leads/:id/notes': () => aboutLead('/notes', { notes: 'Rappeler mardi' }),
  '/admin/leads/:id/contacts': () => aboutLead('/contacts', { by: 'call', outcome: 'answered' }),
  '/admin/leads/:id/tasks': () => aboutLead('/tasks', { what: 'Visiter', dueOn: '2026-12-01' }),
  '/admin/leads/:id/opt-out': () => aboutLead('/opt-out', { reason: 'au téléphone' }),
  '/admin/leads/:id/conversion': () =>
    aboutLead('/conversion', {
      fullName: 'Garage du Lac',
      customerEmail: `lac.${Date.now()}@garage.test`,
    }),
  '/admin/leads/:id/tasks/:taskId/completion': async () => {
    const id = await newLead()
    await planTask(id, { what: 'Visiter', dueOn: '2026-12-01' }, TESTING)
    const [task] = await sql<{ id: number }>('select id from lead_tasks where lead_id = $1', [id])
    return filled(`/admin/leads/${id}`, `/admin/leads/${id}/tasks/${task.id}/completion`, {})
  },
  '/admin/leads/:id/merges': async () => {
    const [into, from] = [await newLead(), await newLead()]
    const page = `/admin/leads/${into}/merge/${from}`
    return filled(page, `/admin/leads/${into}/merges`, { from: String(from) })
  },
  '/admin/leads/merges/:id/undo': async () => {
    const [into, from] = [await newLead(), await newLead()]
    const { mergeId } = await mergeLeads(into, from, TESTING)
    return filled(`/admin/leads/${into}`, `/admin/leads/merges/${mergeId}/undo`, {})
  },
  '/admin/leads/duplicates/:id/apart': async () => {
    const [one, other] = [await newLead(), await newLead()]
    const [{ id }] = await sql<{ id: number }>(
      `insert into lead_duplicates (lead_a, lead_b, points, reasons) values ($1, $2, 3.5, '{name}') returning id`,
      [one, other]
    )
    return filled('/admin/leads/duplicates', `/admin/leads/duplicates/${id}/apart`, {})
  },
  '/admin/leads/rules': () => filled('/admin/leads/rules', '/admin/leads/rules', RULES),
}
