// Migration 2: a browser remembers the code it came with, so that a lost answer can be given again.
export const codeOfDevice: readonly string[] = ['alter table devices add column code_hash text']
