// What an IT department deploys: the same rollout as a policy file for each browser, with the real id and addresses.

export interface Rollout {
  /** The id in Chrome, Edge and Cốc Cốc. */
  readonly chromiumId: string
  readonly firefoxId: string
  /** Folder on the web where the packages stand, without a slash at the end. */
  readonly url: string
  readonly version: string
  /** What the extension reads as its managed storage: `hubUrl`, `enrolmentCode`, `language`, `remind`. */
  readonly settings: Readonly<Record<string, string | boolean>>
}

/** Where each Chromium on Windows reads its policies. Cốc Cốc publishes no template: `coccoc://policy` shows what it read. */
const REGISTRY = {
  chrome: 'SOFTWARE\\Policies\\Google\\Chrome',
  edge: 'SOFTWARE\\Policies\\Microsoft\\Edge',
  coccoc: 'SOFTWARE\\Policies\\CocCoc\\Browser',
} as const

/** Every policy file, by its name. */
export function policyFiles(rollout: Rollout): Readonly<Record<string, string>> {
  return {
    'policies/chromium.json': json(chromium(rollout)),
    'policies/firefox/policies.json': json(firefox(rollout)),
    ...Object.fromEntries(
      Object.entries(REGISTRY).map(([name, root]) => [`policies/${name}.reg`, registry(root, rollout)]),
    ),
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const forced = ({ chromiumId, url }: Rollout): string => `${chromiumId};${url}/updates.xml`

const chromium = (rollout: Rollout) => ({
  ExtensionInstallForcelist: [forced(rollout)],
  '3rdparty': { extensions: { [rollout.chromiumId]: rollout.settings } },
})

const firefox = ({ firefoxId, url, version, settings }: Rollout) => ({
  policies: {
    ExtensionSettings: {
      [firefoxId]: {
        installation_mode: 'force_installed',
        install_url: `${url}/nhipso-${version}.xpi`,
        private_browsing: false,
      },
    },
    '3rdparty': { Extensions: { [firefoxId]: settings } },
  },
})

/** For the registry editor and for Group Policy preferences: UTF-16, as Windows itself exports it. */
function registry(root: string, rollout: Rollout): string {
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    `[HKEY_LOCAL_MACHINE\\${root}\\ExtensionInstallForcelist]`,
    `"1"=${text(forced(rollout))}`,
    '',
    `[HKEY_LOCAL_MACHINE\\${root}\\3rdparty\\extensions\\${rollout.chromiumId}\\policy]`,
    ...Object.entries(rollout.settings).map(([name, value]) => `"${name}"=${registryValue(value)}`),
    '',
  ]
  return lines.join('\r\n')
}

const registryValue = (value: string | boolean): string =>
  typeof value === 'string' ? text(value) : `dword:0000000${value ? 1 : 0}`

const text = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
