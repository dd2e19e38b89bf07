import env from '#start/env'
import '#start/jobs'
import { prepareDatabase } from '#app/platform/database/prepare_database'
import { isGuessable } from '#app/platform/auth/password'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import { sql } from '#app/platform/database/sql'
import { writeFleet } from '#app/fitment/fleet/write_fleet'
import { writeWords } from '#app/search/words/write_words'
import { createStaffMember } from '#app/staff/members/create_staff_member'
import StaffMember from '#app/staff/members/staff_member'

type Say = (line: string) => void

/** What a database needs before the shop can open: its schema, somebody to log in, something to sell. */
export async function prepareShop(say: Say) {
  await prepareDatabase(async () => {
    await preparePgBoss()
    await createFirstOwner(say)
    await writeKnowledge()
    await fillEmptyShop(say)
  })
}

/** Cars and words that the shop comes with; once there, they belong to the staff. */
async function writeKnowledge() {
  const [known] = await sql<{ vehicles: boolean }>(
    'select exists (select from vehicle_makes) as vehicles'
  )
  if (!known.vehicles) await writeFleet()
  await writeWords()
}

async function createFirstOwner(say: Say) {
  if (await StaffMember.first()) return
  const chosen = env.get('ADMIN_PASSWORD')
  const owner = {
    email: env.get('ADMIN_EMAIL') ?? 'admin@shabou.tn',
    password: chosen,
    mayBeGuessable: true,
    fullName: 'Administrateur',
    role: 'owner',
  }
  const acting = { actor: 'command:prepare', source: 'command' } as const
  const { member, password } = await createStaffMember(owner, acting)
  say(`First administrator: ${member.email}`)
  if (!chosen) say(`Password (shown only now): ${password}`)
  else if (await isGuessable(chosen, owner)) {
    say('ADMIN_PASSWORD is easy to guess: change it before the shop can be reached from outside')
  }
}

async function fillEmptyShop(say: Say) {
  if (env.get('DEMO') === false) return
  const [{ filled }] = await sql<{ filled: boolean }>(
    'select exists (select from products) as filled'
  )
  if (filled) return
  say('The shop is empty: filling it with demo products (set DEMO=0 to leave it empty)…')
  const { seedDemoShop } = await import('#app/demo/seed_demo_shop')
  await seedDemoShop({ products: 2_000, seed: 1, today: new Date() })
}
