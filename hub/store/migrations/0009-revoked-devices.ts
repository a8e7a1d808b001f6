// Migration 9: a browser can be shut out, with its person and their days left as they are.
export const revokedDevices: readonly string[] = ['alter table devices add column revoked_at bigint']
