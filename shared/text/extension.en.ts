// What the extension's pages say, in English.

import type { Texts } from './extension.vi.ts'
import { en as popup } from './popup.en.ts'
import * as terms from './terms.en.ts'

const pauseText = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60} ${terms.minute}` : `${seconds} ${terms.second}`

export const en: Texts = {
  ...popup,
  loading: 'Reading the figures…',

  welcome: {
    title: 'Welcome to Nhịp Số',
    lead: campaign =>
      `This extension counts the active time of officials on the electronic platforms of the emulation movement “${campaign}”.`,
    countedTitle: 'What is counted',
    counted: (idleSeconds, platforms) => [
      `Active time on the ${platforms} platforms of the movement’s catalogue, while the browser window is in front.`,
      `A pause of up to ${pauseText(idleSeconds)} (for example while reading) counts; after more than ${pauseText(idleSeconds)}, time counts up to the last input.`,
      'The total of each day for each platform. You can see all of your own figures.',
    ],
    listening: (meetings, minutes) =>
      `Meeting platforms (${meetings.join(', ')}): while the tab is in front and audible, time in which you only listen and touch nothing counts as well, up to ${minutes} minutes a day. The extension knows only whether the tab makes a sound; it neither hears nor records anything.`,
    platformList: 'Show the catalogue of platforms',
    neverTitle: 'What never leaves this machine',
    never: [
      'Addresses, titles, documents, dossiers, keystrokes: the extension does not read pages.',
      'Sites outside the catalogue: they are not recorded. Beyond the province’s own domain and the national platforms the extension has no permission to see page addresses.',
      'Times of day, names, e-mail. The extension does not work in private windows.',
    ],
    sentTitle: 'Only four things are sent',
    sent: 'Device id, day, platform and number of seconds.',
    example: 'This is exactly what a report looks like (example figures):',
    exampleOwn: 'The next report from this machine, exactly as it will be sent:',
    exampleProof:
      'With it go the device id, the time of sending and the device’s electronic signature, so that nobody can send in your place. Nothing else.',
    stepsLabel: 'Steps',
    steps: { counted: 'What is counted', consent: 'Consent', join: 'Join' },
    next: 'Continue',
    back: 'Back',
    consentTitle: 'Your consent',
    purpose:
      'Purpose: one index of platform use for the whole agency in the emulation movement. It is not used to appraise or grade a person.',
    whoSees: minGroup =>
      `Who sees it: only figures of groups of at least ${minGroup} people are published. Nobody, managers included, can see the figures of one person.`,
    retention: days =>
      `Retention: the server keeps day totals for ${days} days, then only aggregated figures.`,
    rights: (law, decree) =>
      `Your rights under ${law} and ${decree}: to know, to consent, to withdraw, to see, to get a copy, to have data erased, to object, to complain. Pause at any time; withdrawing stops recording at once. Not consenting brings no disadvantage.`,
    sensitive:
      'Logs of the use of online services are treated as sensitive personal data and protected as such.',
    tick: version =>
      `I have read this and agree that Nhịp Số counts my active time as described (version ${version}).`,
    agree: 'Agree and start recording',
    mustTick: 'Please tick the box first, if you want to take part.',
    agreed: (when, version) => `You agreed at ${when} (version ${version}).`,
    enrolTitle: 'Join your agency',
    enrolLead:
      'Enter the enrolment code that your agency gave you. Without a code, time is counted on this machine and sent nowhere.',
    code: 'Enrolment code',
    withoutUnit:
      'Name no unit: I am counted only in the figures of the whole agency and of those who named none.',
    codeHint: '12 letters and digits, for example K7QM-3XPA-9TDW; or paste the whole invitation link',
    hub: 'Address of the Nhịp Số server',
    hubLocked: 'Set by your IT department',
    enrol: 'Join',
    enrolling: 'Connecting…',
    enrolled: agency => `You have joined ${agency}.`,
    enrolledNext: 'All done. Click the Nhịp Số icon in the toolbar to see today’s figures.',
    openTeam: 'Open the unit’s page',
    withdrawTitle: 'Withdraw your consent',
    withdrawLead: 'Recording stops at once. You may keep or erase what was recorded.',
    withdraw: 'Withdraw, keep the figures',
    withdrawErase: 'Withdraw and erase',
    withdrawn: 'Your consent is withdrawn. Nothing is recorded any more.',
  },

  supportDetail: 'Details for support',

  diary: {
    title: 'My diary',
    lead: 'Only you can see this page. The figures are on this machine and are there without a network.',
    spanLabel: 'Stretch of time',
    spans: { day: 'Day', week: 'Week', month: 'Month', window: '28 days' },
    earlier: 'Earlier',
    later: 'Later',
    now: 'Today',
    empty: 'No time was recorded in this stretch.',
    others: popup.popup.others,
    scaleText: (seconds, step) => (step % 3600 === 0 ? `${seconds / 3600} h` : `${seconds / 60} min`),
    barsTotal: days => (days === 1 ? 'The whole day:' : `All ${days} days:`),
    neededLine: 'What makes a qualifying day',
    barsLabel: (total, days) =>
      `Active time by day and platform: ${total} in ${days} days. The table below tells each day.`,
    heatTitle: 'Calendar of activity.',
    heatKey: signs =>
      `${signs.counted} qualifies · ${signs.some} does not qualify · ${signs.none} working day without time · ${signs.off} day off`,
    notCountedTitle: 'What is not counted',
    notCounted: [
      'Time on any page outside the movement’s list of platforms, and in programs other than the browser.',
      'Time in which the screen is locked, or in which neither keyboard nor mouse is touched for too long (except while a meeting is heard on a meeting platform): it counts up to the last touch. A meeting that makes no sound on this machine is not counted: the browser does not tell of it.',
      'Windows and tabs that a platform opens without an address of their own (a print preview, a PDF just made): the browser does not tell the extension which page that is.',
      'A picture-in-picture window while you work in it, and the dialog in which a file is chosen: to the browser that is outside the page.',
    ],
    daysTitle: 'How each day counted',
    dayColumns: ['Day', 'Active time', 'How it counted', 'By platform'],
    columns: ['Day', 'Platform', 'Platform id', 'Seconds', 'Time'],
    counts: needed => `Qualifies: ${needed} or more.`,
    countsNot: needed => `Does not qualify: it needs at least ${needed}.`,
    capped: cap => `At most ${cap} of one platform count in one day.`,
    erase: 'Erase',
    eraseDay: day => `Erase the figures of ${day}`,
    sureDay: day => `Erase the figures of ${day} on this machine and on the server?`,
    sureAll: 'Erase the figures of every day on this machine and on the server?',
    sureWithdraw: 'Withdraw your consent and erase everything on this machine and on the server?',
    yesErase: 'Erase for good',
    no: 'Cancel',
    filesTitle: 'Download my data',
    filesLead: 'Download all of your own figures, print this page, or read back a downloaded file.',
    formats: { csv: 'Download CSV', xlsx: 'Download XLSX (Excel)', json: 'Download JSON' },
    print: 'Print this page',
    importLabel: 'Read back from a JSON file',
    importHint:
      'What is read back shows in this diary only and is not sent. A day that has more already stays as it is.',
    heldTitle: 'My data on the server',
    ask: 'Show the data on the server',
    notJoined: 'This device has not joined an agency: the server holds nothing.',
    heldAt: when => `The server answered at ${when}.`,
    heldUnit: unit => `Unit: ${unit ?? 'not named'}`,
    heldAgency: (agency, when) => `Agency: ${agency}; joined at ${when}`,
    heldConsent: (version, when) => `Consent: version ${version}, at ${when}`,
    heldDevices: ids => `Device ids: ${ids}`,
    heldDays: rows => `Totals by day and platform: ${rows} rows`,
    viewsTitle: 'Who looked at my unit’s figures',
    noViews: 'Nobody has looked yet.',
    roles: { member: 'member', manager: 'manager', auditor: 'auditor' },
    looks: { note: 'noted', digest: 'was sent the weekly digest', view: 'looked', export: 'downloaded' },
    eraseTitle: 'Erase my figures',
    eraseLead:
      'Erases the figures of every day. Recording goes on with new figures, unless you withdraw your consent.',
    eraseAll: 'Erase all figures',
    done: {
      erased: 'Erased.',
      imported: 'The file was read back.',
      withdrawn: 'Your consent is withdrawn. Nothing is recorded any more.',
    },
  },

  options: {
    title: 'Options',
    secondTitle: 'My second browser',
    secondLead:
      'Make a code that works once, and enter it as “Enrolment code” in the other browser within ten minutes.',
    joinFirst: 'This device has not joined an agency. Please enter your enrolment code first.',
    makeCode: 'Make a code',
    codeUntil: time => `works until ${time}.`,
    noHub: 'None yet',
    hubHint:
      'The address is chosen when you join. To change the server, withdraw your consent and join again.',
    remindTitle: 'Reminders',
    remindLead:
      'After three in the afternoon of a working day, if today does not qualify yet: at most once, without a sound. The browser will ask whether notifications may be shown.',
    remindOn: 'Switch reminders on',
    remindOff: 'Switch reminders off',
    reminding: 'On.',
    notReminding: 'Off.',
    remindRefused: 'The browser does not let notifications be shown, so there will be none.',
    exactTitle: 'Exact times',
    exactLead:
      'When each stretch began and ended stands on this machine only and is never sent. After the chosen days it is forgotten; the totals of each day stay in the diary.',
    exactQuestion: 'Keep exact times for',
    exactDays: days => `${days} days`,
    hostsTitle: 'Platforms waiting for permission',
    hostsSeen: (seen, all) => `Permission is given for ${seen} of ${all} platforms.`,
    hostStates: {
      granted: 'allowed',
      waiting: 'added by the movement, waiting for your permission',
      refused: 'you have just refused; nothing is recorded there',
      revoked: 'the permission was taken back; nothing is recorded there',
    },
    allow: 'Allow',
    allowHost: name => `Allow to recognise ${name}`,
    supportTitle: 'Information for support',
    supportLead: 'It holds no name, device id, agency or active time. It is not sent anywhere by itself.',
    supportLabel: 'Text',
    copy: 'Copy',
    copied: {
      done: 'Copied.',
      refused: 'The browser refused to copy. Please select the text in the box and press Ctrl+C.',
    },
  },

  unit: {
    leave: 'Name no unit any more',
    leaveNote: 'You stay counted in the agency, among those who named none. Nobody is told.',
    left: 'The server no longer keeps your unit.',
    countedIn: unit =>
      `The frozen list of the weekly tables still counts you in “${unit}” until it is frozen anew (when enough people have changed): so that no single person’s change shows.`,
  },

  team: {
    title: 'How the unit takes part',
    tableLead: minGroup =>
      `Aggregated figures of whole weeks, only of groups of at least ${minGroup} people. There is no figure of one person.`,
    agency: 'Agency',
    week: terms.week,
    enrolled: terms.enrolled,
    enrolledShare: terms.enrolledShare,
    activeShare: terms.activeShare,
    trend: (first, last) => `Weekly active share, on a scale from 0 to 100%. ${first}; ${last}.`,
    trendGap: 'A gap is a week that is not shown.',
    noWeeks: 'No week has been released yet. The first one appears when it is complete.',
    releasedAt: when => `Released at ${when}`,
    looked: 'Each look at this page is logged and open to the people of the unit.',
    hidden: {
      'too-few': 'Too few people',
      complement: 'Not shown, or another group could be derived',
      'one-sided': 'Not shown: one of two groups has too few people',
      'no-headcount': 'The official headcount is not known',
      'small-unit': 'Not shown: a unit has too few people',
      'under-twenty': 'Fewer than 20 people',
    },
    unknown: terms.notKnown,
    minute: terms.minute,
    joined: (people, share) => `${people} people have enrolled (${share} of the official headcount)`,
    joinedHidden: 'the number of enrolled people cannot be published yet',
    used: share => `; ${share} were active in the week`,
    usedHidden: '; weekly use cannot be published yet.',
    change: points =>
      Math.abs(points) < 0.05
        ? ', as in the week before'
        : `, ${Math.abs(points).toFixed(1)} percentage points ${points < 0 ? 'less' : 'more'} than the week before`,
    besideBlock: points =>
      Math.abs(points) < 0.05
        ? 'Level with the median of the block.'
        : `${Math.abs(points).toFixed(1)} percentage points ${points < 0 ? 'below' : 'above'} the median of the block.`,
    weakest: (platform, users) => `Least used platform: ${platform} (${users}).`,
    effect: (before, after) =>
      `mean active share of the weeks before: ${before}, from that week on: ${after}`,
    adoption: 'Adoption over the official headcount',
    median: (share, agencies) => `median of the block ${share} (${agencies} agencies)`,
    target: share => `good from ${share}`,
    funnel: 'From invited to regular use',
    habits: 'Habits of the week',
    movesTitle: 'What to do to raise the score',
    moves: {
      joining: (people, points) => `${people} people have not enrolled: up to +${points} points`,
      starting: (people, points) =>
        `${people} people enrolled but were not active this week: up to +${points} points`,
      regular: (people, points) => `${people} people were active on too few days: up to +${points} points`,
      breadth: (people, points) =>
        `${people} people used fewer platforms than expected: up to +${points} points`,
      enough: (people, points, minutes) =>
        `${people} people have days shorter than ${minutes} minutes: up to +${points} points`,
    },
    movesNote: 'Estimated from this week’s released figures by the score’s four criteria. Nobody is named.',
    noMoves: 'This week tells too little for an estimate.',
    map: 'Units and platforms: the share of enrolled people who used them in the week',
    mapKey: signs => `(from few to many: ${signs})`,
    wholeAgency: 'Whole agency',
    notNamed: 'No unit named',
    unit: terms.unit,
    units: 'Comparison of units',
    unitActive: terms.activeInWeek,
    unitMinutes: terms.medianTime,
    noUnits: 'No unit has been invited with a code of its own yet.',
    notes: 'Notes on the chart',
    noNotes: 'No notes yet.',
    noteDay: 'Day',
    noteText: 'A note about the unit, without any name',
    writeNote: 'Write note',
    dropNote: 'Remove',
    detail: 'Week by week',
    membersSince: week =>
      `The membership was frozen in ${week}; it is frozen anew only when enough people have changed, so that nobody can be recognised.`,
    files: 'Files and paper',
    print: 'Print A4 report',
    filesNote: 'Each file and each print is logged and open to the people of the unit.',
    definitions: 'Definitions',
    definitionColumns: ['Figure', 'Unit', 'Meaning'],
    unitNames: { count: 'people', share: '%', minutes: 'minutes' },
    release: (release, when) => `Release ${release}, ${when}`,
    report: 'WEEKLY REPORT ON THE USE OF DIGITAL PLATFORMS',
    signs: ['PREPARED BY', 'HEAD OF THE AGENCY'],
    signHere: '(signature, full name)',
    place: 'Tây Ninh, … / … / …',
    lead: {
      title: 'Agencies in your scope',
      ask: 'Show the agencies in your scope',
      running: (day, over) => `Running week: ${over} of 7 days are over; its final comes after ${day}.`,
      newest: week => `Newest release: ${week}`,
      notStarted: (waiting, all) => `Not started: ${waiting} of ${all} agencies`,
      notStartedNote: k => `Nobody, or fewer than ${k} people, have enrolled; the two are not told apart.`,
      levels: { province: 'Province', commune: 'Commune' },
      columns: [
        'Agency',
        'Official headcount',
        terms.enrolledShare,
        'Active share',
        'Complete weeks',
        terms.score,
        terms.officialResults,
      ],
      fileColumns: [
        'Agency',
        terms.level,
        terms.block,
        'Official headcount',
        terms.enrolledShare,
        'Active share',
        'Complete weeks',
        terms.score,
        terms.rank,
        'State',
        terms.officialResults,
      ],
      waiting: 'not started',
      file: 'agencies',
      rank: (rank, of) => `rank ${rank} of ${of}`,
      states: {
        ranked: 'ranked',
        provisional: 'provisional',
        suppressed: 'too few people',
        'no-data': 'no data',
      },
      flagsTitle: 'Odd signs in your scope',
      flags: {
        'long-days': 'A day of more than 16 hours',
        'around-the-clock': 'Nearly around the clock (20 hours or more on 3 days at least)',
        identical: 'The same seconds as two others of the agency, or more',
      },
      flagPeople: people => `${people} people`,
      flagsNote:
        'Counted over the whole scope in four weeks, published in ranges and frozen with the weekly final. A sign to offer help by, no proof; nothing follows from it. By agency: ask the operator.',
    },
    trouble: {
      'not-enrolled': 'This device has not joined. Please set it up first.',
      offline: 'The server cannot be reached. The page tries again in 30 seconds.',
      busy: 'The server is busy. The page tries again in 30 seconds.',
      'clock-off': 'This computer’s clock is wrong, so the server did not accept. Please set it.',
      'role-missing': 'This page is for managers. Your enrolment code does not have that role.',
      'role-revoked':
        'Your role as a manager has been withdrawn, so this page shows no figures any more. Your own recording goes on as before. If this is a mistake, please ask the operator to give it back.',
      'out-of-scope': 'This unit is outside of your scope.',
      'not-released': 'No data of this unit has been published yet.',
      'device-unknown': 'The server no longer knows this device. Please join again.',
      refused: 'The server refused the request. Please tell your support.',
    },
    staleSince: when => `Showing figures fetched at ${when}.`,
  },
}
