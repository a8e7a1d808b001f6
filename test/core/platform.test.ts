import { expect, it } from 'vitest'
import { type PlatformPlace, platformAt } from '../../shared/core/platform.ts'

const places: PlatformPlace[] = [
  { id: 'vbdh', host: 'vbdh.tayninh.gov.vn', use: 'track' },
  { id: 'sso', host: 'xacthuc.dichvucong.gov.vn', use: 'no-credit' },
  { id: 'portal', host: 'www.tayninh.gov.vn', use: 'widget-host' },
  { id: 'ioffice', host: '*.vnptioffice.vn', use: 'track' },
  { id: 'tenant', host: 'tayninh.vnptioffice.vn', use: 'track' },
  { id: 'culture', host: 'dichvucong.bvhttdl.gov.vn', path: '/tiepnhan', use: 'track' },
]

it.each([
  ['vbdh.tayninh.gov.vn', '/', 'vbdh', 'an exact host'],
  ['VBDH.tayninh.gov.vn', '/van-ban', 'vbdh', 'an exact host in capitals, any path'],
  ['vbdh.tayninh.gov.vn.', '/', 'vbdh', 'a host written in full, with one dot at its end'],
  ['vbdh.tayninh.gov.vn..', '/', null, 'not one with two'],
  ['a.vbdh.tayninh.gov.vn', '/', null, 'not a host below it'],
  ['evilvbdh.tayninh.gov.vn', '/', null, 'not a host that ends like it'],
  ['phutho.vnptioffice.vn', '/qlvbdh', 'ioffice', 'a host under a wildcard'],
  ['vnptioffice.vn', '/', null, 'not the wildcard’s own domain'],
  ['tayninh.vnptioffice.vn', '/', 'tenant', 'the exact host before the wildcard'],
  ['xacthuc.dichvucong.gov.vn', '/', null, 'a sign-in host earns nothing'],
  ['www.tayninh.gov.vn', '/', null, 'a portal that only shows scores earns nothing'],
  ['dichvucong.bvhttdl.gov.vn', '/tiepnhan/ho-so', 'culture', 'under the path'],
  ['dichvucong.bvhttdl.gov.vn', '/tiepnhan', 'culture', 'the path itself'],
  ['dichvucong.bvhttdl.gov.vn', '/tiepnhanh', null, 'not a path that begins like it'],
  ['example.com', '/', null, 'nothing outside the catalogue'],
  ['', '', null, 'no address at all'],
])('%s%s → %s: %s', (host, path, id, _why) => expect(platformAt(places, host, path)).toBe(id))
