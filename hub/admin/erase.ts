// erase --device ID: for a person who can no longer ask by their own browser.
import { ok } from '../../shared/core/result.ts'
import { deviceById } from '../store/access.ts'
import { eraseMember } from '../store/members.ts'
import { type Command, misused, needed, option, refused } from './command.ts'
import { withStore } from './with-store.ts'

export const erase: Command = {
  name: 'erase',
  does: 'erases the person whose device this is: every browser, day total and credit',
  words: [],
  options: {
    device: needed('ID', 'the browser, as its options page shows it'),
  },
  run: async call => {
    const deviceId = option(call, 'device')
    if (deviceId === '') return misused('--device is needed')
    return withStore(call.config, async store => {
      const device = await deviceById(store, deviceId)
      if (!device) return refused('no such device is enrolled')
      const erased = await eraseMember(store, device.agency_id, device.member_id)
      return ok({
        lines: [`${erased} devices erased, with all that they reported`],
        json: { devices: erased },
      })
    })
  },
}
