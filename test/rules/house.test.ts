import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root, tracked } from './tree.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

it('every install script in the lockfile is approved or denied by name, so that npm ci asks nothing', () => {
  const lock: { packages: Record<string, { hasInstallScript?: boolean }> } = JSON.parse(
    read('package-lock.json'),
  )
  const scripted = Object.entries(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
  const decided = Object.keys(JSON.parse(read('package.json')).allowScripts)
  expect(scripted.filter(name => !decided.includes(name))).toEqual([])
})

it('the lockfile names no registry host', () =>
  expect(read('package-lock.json')).not.toContain('"resolved": "http'))

it('every npm script runs on the Node that is a dependency: version 24', () => {
  expect(process.versions.node.split('.')[0]).toBe('24')
})

it('no file names a path of somebody’s machine', () => {
  const texts = tracked(/\.(tsx?|json|md|css|html|ya?ml)$|^\.ci\//).filter(file =>
    existsSync(join(root, file)),
  )
  const paths = /(?:^|[\s"'`(])\/(?:home|root|work|Users)\//
  expect(texts.filter(file => file !== 'package-lock.json' && paths.test(read(file)))).toEqual([])
})

it('Vietnamese is written in Unicode NFC everywhere', () => {
  const texts = tracked(/\.(tsx?|json|md|css|html)$/).filter(file => existsSync(join(root, file)))
  expect(texts.filter(file => read(file) !== read(file).normalize('NFC'))).toEqual([])
})
