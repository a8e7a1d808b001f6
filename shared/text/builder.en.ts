// What the builder says about each content management system and about policies, in English.
import type { BuilderWords } from './builder.vi.ts'
import * as terms from './terms.en.ts'

export const en: BuilderWords = {
  cms: 'Content management system (CMS)',
  show: 'What to show',
  shows: {
    score: 'Score of the agency or unit',
    trend: 'Weekly trend',
    targets: 'Official results with their sources',
    board: 'Scoreboard of its block',
    ticker: 'Leading unit of its block',
  },
  ranking: 'Ranking within (scoreboard, leading unit)',
  ownBlock: 'The block of the chosen agency',
  wholeLevel: level => `${level}: all blocks`,
  speaks: 'Language of the snippet',
  languages: terms.languages,
  runningCampaign: 'Whichever campaign runs',
  notOffered:
    'NukeViet removes every <script>, so there are images and the frame only; other systems also have the live element.',
  theme: 'Background',
  themes: { auto: 'As the browser', light: 'Light', dark: 'Dark' },
  boardLink: terms.boardOfProduct,
  recipe: name => `How to do it: ${name}`,
  bestRung: rung => `Best choice: ${rung}.`,
  cmsNames: {
    html: 'a hand-made HTML page',
    nukeviet: 'NukeViet',
    sharepoint: 'SharePoint',
    liferay: 'Liferay',
    dnn: 'DotNetNuke (DNN)',
    wordpress: 'WordPress',
    joomla: 'Joomla',
  },
  recipes: {
    html: _domain => [
      'Open the page’s HTML file and paste snippet 2 where it should show.',
      'A page with several elements needs the <script> line only once.',
    ],
    nukeviet: domain => [
      'Administration → Themes → Blocks → Add block; choose the block type “HTML”.',
      'In the editor choose the source view, paste snippet 1 (image) and save: no setting changes.',
      `For the frame (snippet 3): the chief administrator opens Configuration → Security settings → “limit domains in dangerous HTML tags”, adds exactly ${domain} and saves; then paste snippet 3 into the block.`,
    ],
    sharepoint: domain => [
      `Site collection administrator: Site settings → HTML Field Security, add ${domain} to the domains that may be embedded.`,
      'Modern page: add the Embed web part and paste snippet 3.',
      'Classic page: add the Script Editor web part and paste snippet 2 or 3.',
    ],
    liferay: _domain => [
      'Create a Fragment (Design → Fragments), paste snippet 2 into its HTML, publish it and drag it onto the page.',
      'In a Web Content article: switch the editor to source and paste snippet 1.',
    ],
    dnn: _domain => [
      'Add the HTML module to the page, choose Edit Content, switch to the basic text box and to Raw.',
      'Paste snippet 2 and save. Where the system removes <script>, use snippet 1.',
    ],
    wordpress: _domain => [
      'Add a “Custom HTML” block and paste snippet 2. Accounts that may not use <script> paste snippet 1.',
      'Or put the address of the agency’s page on a line of its own: WordPress takes the frame by oEmbed where an administrator has allowed the Nhịp Số server.',
    ],
    joomla: _domain => [
      'Content → Site Modules → New → Custom; switch the editor to “None” for the moment.',
      'Paste snippet 2 and save. Where <script> is removed: System → Global Configuration → Text Filters, or use snippet 1.',
    ],
  },
  size: 'Size',
  sizes: { small: 'Small', normal: 'Normal', large: 'Large' },
  onLight: 'On light paper',
  onDark: 'On dark paper',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser does not allow copying: press Ctrl+C.',
  more: {
    png: {
      name: 'PNG image',
      hint: 'For e-mail, Word, Zalo and wherever SVG is not shown; with twice the pixels for print.',
    },
    height: {
      name: 'The frame’s height',
      hint: 'Optional: paste it once on the page, and frames are always exactly as high as what they show. A frame posts {nhipso: "height", height: pixels} to the page around it.',
    },
    oembed: {
      name: '4. oEmbed address',
      hint: 'Paste it on a line of its own in WordPress or Moodle; they fetch the frame once an administrator has allowed the Nhịp Số server.',
    },
  },
  trust: 'How the script is loaded',
  trusts: {
    rolling: 'Always the newest version',
    pinned: 'One fixed version with its hash (SRI)',
    own: 'Hosted on the agency’s own server',
  },
  trustHints: {
    rolling: 'Fixes arrive at once; the page needs no change.',
    pinned: 'Browsers refuse any file with another hash. For a newer version the snippet must be replaced.',
    own: "Download the zip and follow its recipe for nginx, Apache or IIS: everything passes through the site’s own address, even under default-src 'self'.",
  },
  download: version => `Download version ${version} (zip)`,
  webmasters: {
    title: 'For webmasters',
    description: 'The published versions of the embed code, their hashes, and the public sites that show it.',
    lead: 'The published versions, and which site shows which snippet.',
    versions: 'Published versions',
    version: 'Version',
    since: 'Published',
    integrity: 'Hash (SRI)',
    copy: 'Own copy',
    noVersions: 'No version has been published yet.',
    list: 'List for programs (JSON)',
    sites: 'Sites that show it',
    sitesHint:
      'Only gov.vn host, kind of snippet and day are kept, by the site name that browsers send when they load a snippet, and only after two days. No address, path, number of views or anything else about readers. Sites with their own copy do not appear.',
    host: 'Host',
    shows: 'Snippet',
    lastSeen: 'Last seen',
    noSites: 'No site has been seen yet.',
    kinds: { image: 'Image', element: 'Live element', frame: 'Frame' },
    newest: 'always the newest',
    old: 'a newer version is out',
  },
  doctor: 'Check the site’s Content-Security-Policy',
  doctorHint:
    'Paste the Content-Security-Policy header that the site sends: one line or several, a <meta> tag, or a line of the server’s configuration. It is used to answer this page and for nothing else.',
  doctorAsk: 'Content-Security-Policy header',
  doctorNoLines: 'This policy already lets all three snippets in; nothing to change.',
  doctorFound: policies =>
    policies === 0
      ? 'There is no policy that blocks anything.'
      : `There are ${policies} policies; browsers obey all of them at once.`,
  doctorReportOnly: 'A Report-Only policy reports and blocks nothing, so it does not count here.',
  doctorLines: policy =>
    `${policy > 0 ? `In policy ${policy}, replace` : 'Replace'} (or add) exactly these lines; the rest stays, style-src needs no change:`,
  doctorOwn: trust =>
    `Rather change no policy? Choose “${trust}”: everything passes through the site’s own address ('self').`,
  verdicts: {
    'as-is': 'works unchanged',
    'with-lines': 'works with the lines below',
    'with-nonce':
      'works where the site’s template writes the page’s nonce onto the <script> line (nonce="…"), and with the lines below, if any',
    never: 'the script does not run under this policy; use another snippet',
  },
}
