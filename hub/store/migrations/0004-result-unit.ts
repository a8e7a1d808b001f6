// Migration 4: an official result keeps its unit (`%`), so that it is shown as it was published.
export const resultUnit: readonly string[] = ['alter table results add column unit text']
