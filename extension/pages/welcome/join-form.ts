// What a person types to join: a code or a link, the hub's address, and whether they name no unit.
import { computed, signal } from '@preact/signals'
import type { Command } from '../../../shared/wire/messages.ts'
import type { Policy } from '../../policy.ts'
import { invitationOf } from './invitation.ts'

/** @param defaultHub where no policy names a hub */
export function createJoinForm(given: Policy, defaultHub: string) {
  const policy = signal(given)
  const code = signal(given.enrolmentCode ?? '')
  const withoutUnit = signal(false)
  const hubUrl = signal(given.hubUrl ?? defaultHub)
  const hubLocked = computed(() => policy.value.hubUrl !== undefined)
  /** What was typed or pasted as a code: a link also brings its hub, unless the policy has set one. */
  const typeCode = (typed: string): void => {
    const link = invitationOf(typed)
    code.value = link?.code ?? typed
    if (link && !hubLocked.value) hubUrl.value = link.hubUrl
  }
  /** The policy may arrive after this page has opened: what the person has typed stays, a hub that it sets does not. */
  const applyPolicy = (set: Policy): void => {
    policy.value = set
    if (set.hubUrl) hubUrl.value = set.hubUrl
    if (set.enrolmentCode && code.value === '') code.value = set.enrolmentCode
  }
  const command = (): Command => {
    const enrol = { do: 'enrol' as const, code: code.value.trim(), hubUrl: hubUrl.value.trim() }
    return withoutUnit.value ? { ...enrol, withoutUnit: true } : enrol
  }
  return { policy, code, withoutUnit, hubUrl, hubLocked, typeCode, applyPolicy, command }
}
