// The same in English.
import type { PopupTexts } from './popup.vi.ts'
import * as terms from './terms.en.ts'

export const en: PopupTexts = {
  product: terms.product,
  languageLabel: 'Language',
  sample: terms.sample,
  noStore:
    'The browser cannot open the place where the figures are kept: the disk is full, or the browser profile is damaged. Please free some space and restart the browser; if that does not help, tell your support. The extension deletes nothing.',
  refusal: {
    'no-consent': 'Please give your consent before joining.',
    'already-enrolled': 'This device has already joined. There is nothing left to do.',
    'bad-address': 'The server address must begin with https://. Please check it on your invitation.',
    'code-malformed':
      'An enrolment code has exactly 12 letters and digits. Please type it as printed on your invitation.',
    'code-unknown':
      'The server does not know this code. Please check each character, or ask who gave it to you.',
    'code-used-up': 'This code has been used up. Please ask for a new one.',
    'code-expired': 'This code has expired. Please ask for a new one.',
    'too-many-requests': 'Too many attempts. Please wait some minutes and try again.',
    offline: 'The server cannot be reached. Please check the network and the server address, then try again.',
    busy: 'The server is busy. Please try again in some minutes.',
    'clock-off': 'This computer’s clock is wrong. Please set it and try again.',
    'device-unknown': 'The server no longer knows this device. Please join again with a new code.',
    'erase-pending':
      'Erased on this machine. The server could not be reached; the request is repeated until it is done.',
    'erase-day-pending':
      'Erased on this machine. The server could not be reached; it is told as soon as it can be.',
    'erase-here-only':
      'Erased on this machine. Without consent nothing is sent; choose “Withdraw and erase” to erase on the server as well.',
    'not-the-hub':
      'Another page answers in the server’s place (often a login page of the network, or a proxy), or the address is not a Nhịp Số server. Please log in to the network, check the address and try again.',
    'storage-full':
      'The disk is full, so the browser can save nothing more. Please free some space; what was saved is still there.',
    copied:
      'Another browser reports with this very device id: the browser profile was copied to another machine. On the new machine please remove the extension, install it again, and join with a “second browser” code from this machine’s options.',
    'file-unreadable': 'This file is not a JSON export of Nhịp Số. Please choose another one.',
    refused: 'The server refused the request. Please tell your support.',
    internal: 'The extension met an error. Please reload this page.',
  },

  clockAhead: span => `This computer’s clock is ${span} ahead of the server. Please set it.`,
  clockBehind: span => `This computer’s clock is ${span} behind the server. Please set it.`,
  popup: {
    today: day => `Today, ${day}`,
    total: 'Active time',
    nothing: 'No time has been recorded today.',
    byPlatform: 'By platform',
    others: 'Other platforms',
    state: {
      recording: platform => `Recording: ${platform}`,
      waiting: 'Ready. Open a platform of the catalogue to start recording.',
      pausedUntil: time => `Recording is paused until ${time}`,
      paused: 'Recording is paused',
      'no-consent': 'Not recording: you have not consented.',
      'no-permission': 'The browser does not let the extension recognise the platforms.',
      'campaign-over': 'The emulation movement has ended. Nothing is recorded any more.',
    },
    setUp: 'Set up',
    allow: 'Allow',
    notEnrolled: 'Not joined to an agency: the figures stay on this machine.',
    enrol: 'Enter the enrolment code',
    sentAt: when => `Last sent: ${when}`,
    neverSent: 'Not sent yet; it will be in some minutes.',
    trouble: {
      offline:
        'The server cannot be reached (no network, or one that waits for a login). The figures stay here and are sent again later.',
      busy: 'The server is busy. The figures are sent again later.',
      'clock-off': 'This computer’s clock is wrong, so the server did not accept. Please set it.',
      'device-unknown': 'The server no longer knows this device. Please join again.',
      'not-the-hub':
        'Another page answers in the server’s place (often a login page of the network, or a proxy). Please log in to the network in another tab, then press “Send now”. The figures stay on this machine.',
      copied:
        'Another browser reports with this very device id: the browser profile was copied to another machine. On the new machine please remove the extension, install it again, and join with a “second browser” code from this machine’s options.',
      refused: 'The server refused the figures. Please tell your support.',
    },
    sendNow: 'Send now',
    pauseLabel: 'Pause recording',
    pause15: '15 minutes',
    pauseHour: '1 hour',
    pauseToday: 'Until the end of today',
    resume: 'Resume recording',
    team: 'The unit’s page',
    privacy: 'What is recorded and sent',
    diary: 'My diary',
    board: terms.board,
    options: 'Options',
  },

  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  marks: {
    counted: 'qualifying day',
    some: 'some time, does not qualify',
    none: 'working day without time',
    off: 'day off',
    ahead: 'still to come, or no time yet',
  },

  mine: {
    title: 'My week',
    todayCounts: '✓ Today qualifies.',
    todayMissing: span => `${span} more for today to qualify.`,
    weekEnough: 'This week has the days it needs.',
    weekMissing: days => `${days} more day${days === 1 ? '' : 's'} for this week to qualify.`,
    weekOver: 'This week has not reached the days it needs. Next week starts from the beginning.',
    weekly: blocks => `${terms.weeklyUse}: used in ${blocks} of the last 4 weeks`,
    regular: (days, needed) => `${terms.regularUse}: ${days} of ${needed} days needed in 28 days`,
    breadth: (used, expected) =>
      `${terms.platformsUsed}: ${used} of ${expected} platforms used on 2 days or more`,
    enough: (minutes, needed) => `${terms.enoughTime}: ${minutes} of ${needed} minutes on a qualifying day`,
  },

  standing: {
    score: `${terms.score} of the agency:`,
    rank: (rank, of) => `rank ${rank} of ${of}`,
    provisional: 'provisional',
    suppressed: 'Too few figures to release the agency’s score.',
    noData: 'No score of the agency has been released yet.',
    ended: day => `This agency ended on ${day}.`,
    successors: names => `It is now: ${names}. Please enter the enrolment code of the new agency.`,
    released: when => `Released at ${when}`,
    old: 'Old.',
    unreachable: 'The server cannot be reached to see the agency’s score.',
  },
}
