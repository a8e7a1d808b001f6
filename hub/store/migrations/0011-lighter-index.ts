// Migration 11: seconds leave the index by person. They change with every report, and each change wrote the index anew.
export const lighterIndex: readonly string[] = [
  'drop index device_days_by_member',
  'create index device_days_by_member on device_days (agency_id, member_id, day, platform)',
]
