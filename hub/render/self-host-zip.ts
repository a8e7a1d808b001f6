// The script as a zip, with recipes by which a site serves everything from its own address (`default-src 'self'`).
import { strToU8, zipSync } from 'fflate'
import { selfHostWords } from '../../shared/text/self-host.ts'
import { score } from '../../shared/text/terms.vi.ts'
import type { Script } from '../store/widget-scripts.ts'

/** Zips know no earlier day; the same script always makes the same zip. */
const DAY = '1980-01-01T12:00:00'

/** @param hub the hub's public address: the recipes name it */
export function selfHostZip(
  { version, body }: Script,
  integrity: string,
  hub: string,
): Uint8Array<ArrayBuffer> {
  const { host } = new URL(hub)
  const files: Readonly<Record<string, string>> = {
    [`w/${version}/nhipso.js`]: body,
    'integrity.txt': `${integrity}  w/${version}/nhipso.js\n`,
    'nginx.conf': nginx(hub, host),
    'apache.conf': apache(hub),
    'web.config': iis(hub),
    'DOC-TRUOC.txt': selfHostWords('vi').readme(version, hub, snippet(version)),
    'README.txt': selfHostWords('en').readme(version, hub, snippet(version)),
  }
  const packed = Object.entries(files).map(([name, text]) => [`nhipso-${version}/${name}`, strToU8(text)])
  return new Uint8Array(zipSync(Object.fromEntries(packed), { level: 9, mtime: DAY }))
}

const nginx = (
  hub: string,
  host: string,
): string => `# In the server { } block of the site. Unzip into /var/www/nhipso.
location /nhipso/w/ {
    alias /var/www/nhipso/w/;
    add_header Cache-Control "public, max-age=31536000, immutable";
}
location ~ ^/nhipso/(api/v1/scores|badge)(/|$) {
    rewrite ^/nhipso(/.*)$ $1 break;
    proxy_pass ${hub};
    proxy_set_header Host ${host};
    proxy_set_header Cookie "";
    proxy_ssl_server_name on;
}
location /nhipso/ {
    rewrite ^/nhipso(/.*)$ ${hub}$1 redirect;
}
`

const apache = (
  hub: string,
): string => `# In the <VirtualHost> of the site (mod_proxy_http, mod_ssl, mod_headers, mod_alias). Unzip into /var/www/nhipso.
Alias "/nhipso/w/" "/var/www/nhipso/w/"
<Directory "/var/www/nhipso/w">
    Require all granted
    Header set Cache-Control "public, max-age=31536000, immutable"
</Directory>
SSLProxyEngine on
ProxyPass "/nhipso/api/v1/scores" "${hub}/api/v1/scores"
ProxyPass "/nhipso/badge/" "${hub}/badge/"
<Location "/nhipso/">
    RequestHeader unset Cookie
</Location>
RedirectMatch 302 "^/nhipso/(agency/.*)?$" "${hub}/$1"
`

const iis = (hub: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!-- In a folder "nhipso" of the site, beside the folder "w" (URL Rewrite and Application Request Routing with its proxy on). -->
<configuration>
  <system.webServer>
    <rewrite>
      <rules>
        <rule name="nhipso data" stopProcessing="true">
          <match url="^(api/v1/scores|badge)(/.*)?$" />
          <action type="Rewrite" url="${hub}/{R:0}" />
        </rule>
        <rule name="nhipso pages" stopProcessing="true">
          <match url="^(agency/.*)?$" />
          <action type="Redirect" url="${hub}/{R:0}" redirectType="Found" />
        </rule>
      </rules>
    </rewrite>
    <staticContent>
      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />
    </staticContent>
  </system.webServer>
</configuration>
`

const snippet = (version: string): string =>
  `<nhipso-score agency="so-noi-vu" lang="vi"><a href="/nhipso/agency/so-noi-vu"><img src="/nhipso/badge/so-noi-vu.svg" width="240" height="96" alt="${score}"></a></nhipso-score>
<script async src="/nhipso/w/${version}/nhipso.js"></script>`
