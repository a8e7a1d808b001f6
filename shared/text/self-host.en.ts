// The recipe inside the zip for an agency's own web server, in English.
import type { SelfHostWords } from './self-host.vi.ts'

export const en: SelfHostWords = {
  readme: (version, hub, snippet) => `Nhịp Số ${version}: hosted by yourself

1. Unzip; copy the folder "w" to the web server (nginx, Apache: /var/www/nhipso; IIS: a folder "nhipso" of the site).
2. Take over nginx.conf, apache.conf or web.config. Data comes from ${hub} through the site's own address, so default-src 'self' needs no change.
3. Paste into the page, with your agency's id instead of so-noi-vu:

${snippet}

Compare the file: see integrity.txt and ${hub}/w/integrity.json. No cookies, nothing is collected about readers.
`,
}
