// devices revoke, roles list, roles set: who may still sign, and who may see team tables.
import { ok } from '../../shared/core/result.ts'
import { ROLES } from '../../shared/wire/enrolment.ts'
import { deviceById, privileged, revokeDevices, setRole } from '../store/access.ts'
import { isScope } from './codes.ts'
import { type Command, flag, given, misused, needed, option, refused } from './command.ts'
import { withStore } from './with-store.ts'

const NO_DEVICE = 'no such device is enrolled; the id stands in the options page of its browser'

export const devicesRevoke: Command = {
  name: 'devices revoke',
  does: 'shuts out a lost browser, or with --all every browser of its person; what they reported stays',
  words: [],
  options: {
    device: needed('ID', 'the browser, as its options page shows it'),
    all: flag('every browser of its person'),
  },
  run: async call => {
    const deviceId = option(call, 'device')
    if (deviceId === '') return misused('--device is needed')
    return withStore(call.config, async store => {
      const device = await deviceById(store, deviceId)
      if (!device) return refused(NO_DEVICE)
      const revoked = await revokeDevices(store, device, call.options.all === true, call.now)
      if (revoked === 0) return refused('this device is shut out already')
      return ok({ lines: [`${revoked} devices shut out`], json: { revoked } })
    })
  },
}

export const rolesList: Command = {
  name: 'roles list',
  does: 'lists the browsers of managers and auditors, with their scope',
  words: [],
  options: {},
  run: ({ config }) =>
    withStore(config, async store => {
      const rows = (await privileged(store)).map(row => ({
        device: row.device_id,
        agency: row.agency_id,
        role: row.role,
        scope: row.scope,
        state: row.revoked_at === null ? 'valid' : 'revoked',
      }))
      return ok({ lines: rows.map(row => Object.values(row).join('\t')), json: rows })
    }),
}

export const rolesSet: Command = {
  name: 'roles set',
  does: 'gives the person behind a browser another role; --role member takes a role back',
  words: [],
  options: {
    device: needed('ID', 'the browser, as its options page shows it'),
    role: needed(ROLES.join('|'), 'what the person is from now on'),
    scope: given('AGENCY|BLOCK|all', 'whose tables they see; their own agency where it is not told'),
  },
  run: async call => {
    const deviceId = option(call, 'device')
    const role = ROLES.find(one => one === option(call, 'role'))
    if (deviceId === '') return misused('--device is needed')
    if (!role) return misused(`--role must be one of ${ROLES.join(', ')}`)
    return withStore(call.config, async (store, campaigns) => {
      const device = await deviceById(store, deviceId)
      if (!device) return refused(NO_DEVICE)
      const scope = (role !== 'member' && option(call, 'scope')) || device.agency_id
      if (!(await isScope(scope, store, campaigns)))
        return refused(`--scope "${scope}" is no agency, no block and not "all"`)
      await setRole(store, device, role, scope)
      return ok({ lines: [`${role}, scope ${scope}`], json: { role, scope } })
    })
  },
}
