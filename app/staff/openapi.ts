import vine from '@vinejs/vine'
import { count, instant, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { apiLoginValidator, refreshValidator } from '#app/staff/login/login_validators'
import {
  roleKeyValidator,
  rolePatchValidator,
  roleValidator,
} from '#app/staff/roles/role_validators'
import {
  newStaffValidator,
  staffIdValidator,
  staffListValidator,
  staffPatchValidator,
} from '#app/staff/members/staff_validators'

const login = vine.object({
  accessToken: text(),
  expiresIn: count(),
  refreshToken: text(),
  staff: vine.object({
    id: count(),
    email: text(),
    fullName: text(),
    roles: vine.array(text()),
    abilities: vine.array(text()),
  }),
})

const account = vine.object({
  id: count(),
  email: text(),
  fullName: text(),
  role: text(),
  locale: text(),
  disabledAt: instant().nullable(),
  secondFactorSince: instant().nullable(),
  lastSeenAt: instant().nullable(),
  createdAt: instant(),
  version: count(),
})

const role = vine.object({
  key: text(),
  name: text().nullable(),
  builtIn: truth(),
  abilities: vine.array(text()),
  requiresSecondFactor: truth(),
  people: count(),
  version: count(),
})

const logins = { tag: 'Staff logins' }
const staff = { tag: 'Staff', staff: true }
const person = { ...staff, params: staffIdValidator }
const roles = { tag: 'Roles', staff: true }
const oneRole = { ...roles, params: roleKeyValidator }
const writing = { problems: [400, 409, 412] }

describeRoutes({
  'admin.auth.login': {
    ...logins,
    summary:
      'Log in for an access token (15 minutes) and a refresh token; `code` for those with a second factor',
    body: apiLoginValidator,
    problems: [401, 429, 503],
    answer: one(login),
  },
  'admin.auth.refresh': {
    ...logins,
    summary: 'Renew a login; the refresh token is replaced by the next one',
    body: refreshValidator,
    problems: [401],
    answer: one(login),
  },
  'admin.auth.logout': {
    ...logins,
    summary: 'End the login of this access token',
    status: 204,
    staff: true,
  },
  'admin.staff.index': {
    ...staff,
    summary: 'The staff, by name',
    query: staffListValidator,
    answer: page(account),
  },
  'admin.staff.store': {
    ...staff,
    ...writing,
    summary: 'Add somebody, who is mailed a link to choose a password',
    body: newStaffValidator,
    status: 201,
    answer: one(account),
  },
  'admin.staff.show': { ...person, summary: 'An account', answer: one(account) },
  'admin.staff.update': {
    ...person,
    ...writing,
    summary: 'Change name, role or language, or whether somebody may log in',
    body: staffPatchValidator,
    answer: one(account),
  },
  'admin.staff.reset_link': {
    ...person,
    summary: 'Mail somebody a link to a new password',
    status: 204,
  },
  'admin.staff.second_factor': {
    ...person,
    summary: 'Turn off the second factor of somebody who lost it',
    status: 204,
  },
  'admin.roles.index': {
    ...roles,
    summary: 'Roles and what they may do',
    answer: page(role),
  },
  'admin.roles.store': {
    ...roles,
    ...writing,
    summary: 'Add a role',
    body: roleValidator,
    status: 201,
    answer: one(role),
  },
  'admin.roles.show': { ...oneRole, summary: 'A role', answer: one(role) },
  'admin.roles.update': {
    ...oneRole,
    ...writing,
    summary: 'Change a role; If-Match names the version seen',
    body: rolePatchValidator,
    answer: one(role),
  },
  'admin.roles.destroy': {
    ...oneRole,
    ...writing,
    summary: 'Remove a role that nobody has',
    status: 204,
  },
})
