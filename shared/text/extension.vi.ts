// What the extension's pages say, in Vietnamese: the first language of the product. The shape that English follows.
import { vi as popup } from './popup.vi.ts'
import * as terms from './terms.vi.ts'

/** How long a pause may be, in the largest whole unit. */
const pauseText = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60} ${terms.minute}` : `${seconds} ${terms.second}`

export const vi = {
  ...popup,
  loading: 'Đang đọc số liệu…',

  welcome: {
    title: 'Chào mừng đến với Nhịp Số',
    lead: (campaign: string) =>
      `Tiện ích ghi nhận thời gian hoạt động của cán bộ, công chức, viên chức trên các nền tảng số của phong trào thi đua “${campaign}”.`,
    countedTitle: 'Nội dung được ghi nhận',
    counted: (idleSeconds: number, platforms: number) => [
      `Thời gian hoạt động trên ${platforms} nền tảng trong danh mục của phong trào, khi cửa sổ trình duyệt đang ở phía trước.`,
      `Tạm ngừng thao tác không quá ${pauseText(idleSeconds)} (ví dụ khi đọc văn bản) vẫn được tính; quá ${pauseText(idleSeconds)} thì chỉ tính đến thao tác cuối cùng.`,
      'Tổng thời gian mỗi ngày theo từng nền tảng. Quý vị xem được toàn bộ số liệu của mình.',
    ],
    listening: (meetings: readonly string[], minutes: number) =>
      `Nền tảng họp (${meetings.join(', ')}): khi tab đang ở phía trước và đang phát tiếng, thời gian chỉ nghe mà không thao tác cũng được tính, nhiều nhất ${minutes} phút mỗi ngày. Tiện ích chỉ biết tab có tiếng hay không, không nghe và không ghi âm.`,
    platformList: 'Xem danh mục nền tảng',
    neverTitle: 'Những thông tin không bao giờ rời máy này',
    never: [
      'Địa chỉ trang, tiêu đề, nội dung văn bản, hồ sơ hay phím bấm: tiện ích không đọc nội dung trang.',
      'Các trang ngoài danh mục: không được ghi nhận. Ngoài tên miền của tỉnh và các nền tảng quốc gia, tiện ích không được cấp quyền xem địa chỉ trang.',
      'Thời điểm trong ngày, họ tên, thư điện tử. Tiện ích không hoạt động trong cửa sổ ẩn danh.',
    ],
    sentTitle: 'Chỉ gửi bốn thông tin',
    sent: 'Mã thiết bị, ngày, nền tảng và số giây.',
    example: 'Báo cáo được gửi đi có đúng nội dung như sau (số liệu ví dụ):',
    exampleOwn: 'Báo cáo tiếp theo từ máy này, đúng như sẽ gửi đi:',
    exampleProof:
      'Kèm theo là mã thiết bị, thời điểm gửi và chữ ký điện tử của thiết bị, để không ai có thể gửi thay Quý vị. Ngoài ra không có gì khác.',
    stepsLabel: 'Các bước',
    steps: { counted: 'Nội dung được ghi nhận', consent: 'Đồng ý', join: 'Tham gia' },
    next: 'Tiếp tục',
    back: 'Quay lại',
    consentTitle: 'Sự đồng ý của Quý vị',
    purpose:
      'Mục đích: tính chỉ số sử dụng nền tảng số chung của cơ quan, đơn vị trong phong trào thi đua. Không dùng để đánh giá, xếp loại cá nhân.',
    whoSees: (minGroup: number) =>
      `Người xem: chỉ số liệu tổng hợp của nhóm từ ${minGroup} người trở lên được công bố. Không ai, kể cả lãnh đạo, xem được số liệu của từng cá nhân.`,
    retention: (days: number) =>
      `Thời hạn: máy chủ giữ tổng thời gian theo ngày trong ${days} ngày, sau đó chỉ còn số liệu tổng hợp.`,
    rights: (law: string, decree: string) =>
      `Quyền của chủ thể dữ liệu theo ${law} và ${decree}: được biết, đồng ý, rút lại sự đồng ý, xem, nhận bản sao, yêu cầu xóa, phản đối, khiếu nại. Tạm dừng bất cứ lúc nào; rút lại sự đồng ý thì việc ghi nhận dừng ngay. Không đồng ý cũng không chịu bất lợi nào.`,
    sensitive:
      'Nhật ký sử dụng dịch vụ trên mạng được coi là dữ liệu cá nhân nhạy cảm và được bảo vệ tương ứng.',
    tick: (version: string) =>
      `Tôi đã đọc và đồng ý để Nhịp Số ghi nhận thời gian hoạt động của tôi như trên (bản ${version}).`,
    agree: 'Đồng ý và bắt đầu ghi nhận',
    mustTick: 'Xin đánh dấu vào ô đồng ý trước, nếu Quý vị muốn tham gia.',
    agreed: (when: string, version: string) => `Quý vị đã đồng ý lúc ${when} (bản ${version}).`,
    enrolTitle: 'Tham gia cùng cơ quan, đơn vị',
    enrolLead:
      'Nhập mã tham gia do cơ quan, đơn vị cấp. Chưa có mã thì thời gian vẫn được ghi nhận trên máy này và chưa gửi đi đâu.',
    code: 'Mã tham gia',
    withoutUnit:
      'Không khai báo phòng, ban: tôi chỉ được tính trong số liệu của cả cơ quan và của nhóm không khai báo phòng, ban.',
    codeHint: 'Gồm 12 chữ cái và chữ số, ví dụ K7QM-3XPA-9TDW; hoặc dán cả đường liên kết mời',
    hub: 'Địa chỉ máy chủ Nhịp Số',
    hubLocked: 'Do bộ phận công nghệ thông tin đặt',
    enrol: 'Tham gia',
    enrolling: 'Đang kết nối…',
    enrolled: (agency: string) => `Đã tham gia cùng ${agency}.`,
    enrolledNext: 'Mọi việc đã xong. Bấm biểu tượng Nhịp Số trên thanh công cụ để xem số liệu hôm nay.',
    openTeam: 'Mở trang của đơn vị',
    withdrawTitle: 'Rút lại sự đồng ý',
    withdrawLead: 'Việc ghi nhận dừng ngay. Quý vị có thể giữ hoặc xóa số liệu đã ghi nhận.',
    withdraw: 'Rút lại, giữ số liệu',
    withdrawErase: 'Rút lại và xóa dữ liệu',
    withdrawn: 'Đã rút lại sự đồng ý. Không còn ghi nhận gì.',
  },

  supportDetail: 'Chi tiết cho bộ phận hỗ trợ',

  diary: {
    title: 'Nhật ký của tôi',
    lead: 'Chỉ mình Quý vị xem được trang này. Số liệu nằm trên máy này và xem được cả khi không có mạng.',
    spanLabel: 'Khoảng thời gian',
    spans: { day: 'Ngày', week: 'Tuần', month: 'Tháng', window: '28 ngày' },
    earlier: 'Trước',
    later: 'Sau',
    now: 'Hôm nay',
    empty: 'Không có thời gian nào được ghi nhận trong khoảng này.',
    others: popup.popup.others,
    scaleText: (seconds: number, step: number) =>
      step % 3600 === 0 ? `${seconds / 3600} giờ` : `${seconds / 60} phút`,
    barsTotal: (days: number) => (days === 1 ? 'Cả ngày:' : `Cả ${days} ngày:`),
    neededLine: 'Mức để một ngày đạt yêu cầu',
    barsLabel: (total: string, days: number) =>
      `Thời gian hoạt động theo ngày và nền tảng: ${total} trong ${days} ngày. Bảng bên dưới cho từng ngày.`,
    heatTitle: 'Lịch hoạt động.',
    heatKey: (signs: Readonly<Record<string, string>>) =>
      `${signs.counted} đạt yêu cầu · ${signs.some} chưa đạt · ${signs.none} ngày làm việc chưa có thời gian · ${signs.off} ngày nghỉ`,
    notCountedTitle: 'Những gì không được ghi nhận',
    notCounted: [
      'Thời gian ở mọi trang không thuộc danh mục nền tảng của phong trào, và ở ứng dụng khác ngoài trình duyệt.',
      'Thời gian màn hình khóa, hoặc quá lâu không chạm bàn phím, chuột (trừ khi nghe họp có tiếng trên nền tảng họp): chỉ tính đến lần chạm cuối. Phiên họp không phát tiếng trên máy này thì trình duyệt không cho biết, nên không được ghi nhận.',
      'Cửa sổ, tab do nền tảng mở ra mà không có địa chỉ riêng (xem trước khi in, tệp PDF vừa tạo): trình duyệt không cho tiện ích biết đó là trang nào.',
      'Cửa sổ nổi hình trong hình khi con trỏ đang ở đó, và hộp thoại chọn tệp: trình duyệt coi là đang ở ngoài trang.',
    ],
    daysTitle: 'Từng ngày được tính thế nào',
    dayColumns: ['Ngày', 'Thời gian hoạt động', 'Cách tính', 'Theo nền tảng'],
    columns: ['Ngày', 'Nền tảng', 'Mã nền tảng', 'Số giây', 'Thời gian'],
    counts: (needed: string) => `Đạt yêu cầu: từ ${needed} trở lên.`,
    countsNot: (needed: string) => `Chưa đạt yêu cầu: cần ít nhất ${needed}.`,
    capped: (cap: string) => `Mỗi nền tảng tính nhiều nhất ${cap} một ngày.`,
    erase: 'Xóa',
    eraseDay: (day: string) => `Xóa số liệu ngày ${day}`,
    sureDay: (day: string) => `Xóa số liệu ngày ${day} trên máy này và trên máy chủ?`,
    sureAll: 'Xóa toàn bộ số liệu của mọi ngày trên máy này và trên máy chủ?',
    sureWithdraw: 'Rút lại sự đồng ý và xóa mọi dữ liệu trên máy này và trên máy chủ?',
    yesErase: 'Xóa vĩnh viễn',
    no: 'Hủy',
    filesTitle: 'Tải dữ liệu của tôi',
    filesLead: 'Tải về toàn bộ số liệu của mình, in trang này, hoặc nhập lại từ tệp đã tải về.',
    formats: { csv: 'Tải CSV', xlsx: 'Tải XLSX (Excel)', json: 'Tải JSON' },
    print: 'In trang này',
    importLabel: 'Nhập lại từ tệp JSON',
    importHint:
      'Số liệu nhập lại chỉ hiện trong nhật ký này và không gửi đi. Ngày nào đã có nhiều hơn thì giữ nguyên.',
    heldTitle: 'Dữ liệu của tôi trên máy chủ',
    ask: 'Xem dữ liệu trên máy chủ',
    notJoined: 'Thiết bị này chưa tham gia cùng cơ quan: máy chủ không lưu dữ liệu nào.',
    heldAt: (when: string) => `Máy chủ trả lời lúc ${when}.`,
    heldUnit: (unit: string | null) => `Phòng, ban: ${unit ?? 'không khai báo'}`,
    heldAgency: (agency: string, when: string) => `Cơ quan, đơn vị: ${agency}; tham gia lúc ${when}`,
    heldConsent: (version: string, when: string) => `Sự đồng ý: bản ${version}, lúc ${when}`,
    heldDevices: (ids: string) => `Mã thiết bị: ${ids}`,
    heldDays: (rows: number) => `Tổng thời gian theo ngày và nền tảng: ${rows} dòng`,
    viewsTitle: 'Ai đã xem số liệu của đơn vị tôi',
    noViews: 'Chưa có ai xem.',
    roles: { member: 'thành viên', manager: 'người phụ trách', auditor: 'người kiểm tra' },
    looks: { view: 'xem', export: 'tải về', note: 'ghi chú', digest: 'nhận bản tin tuần' },
    eraseTitle: 'Xóa số liệu của tôi',
    eraseLead:
      'Xóa số liệu của mọi ngày. Việc ghi nhận vẫn tiếp tục với số liệu mới, trừ khi Quý vị rút lại sự đồng ý.',
    eraseAll: 'Xóa toàn bộ số liệu',
    done: {
      erased: 'Đã xóa.',
      imported: 'Đã nhập lại từ tệp.',
      withdrawn: 'Đã rút lại sự đồng ý. Không còn ghi nhận gì.',
    },
  },

  options: {
    title: 'Tùy chọn',
    secondTitle: 'Trình duyệt thứ hai của tôi',
    secondLead:
      'Tạo mã dùng một lần, rồi nhập vào ô “Mã tham gia” trên trình duyệt kia trong vòng mười phút.',
    joinFirst: 'Thiết bị này chưa tham gia cùng cơ quan. Xin nhập mã tham gia trước.',
    makeCode: 'Tạo mã',
    codeUntil: (time: string) => `dùng được đến ${time}.`,
    noHub: 'Chưa có',
    hubHint: 'Địa chỉ được chọn khi tham gia. Muốn đổi máy chủ, hãy rút lại sự đồng ý rồi tham gia lại.',
    remindTitle: 'Nhắc việc',
    remindLead:
      'Sau 15 giờ của ngày làm việc, nếu hôm nay chưa đạt, nhắc tối đa một lần, không có âm thanh. Trình duyệt sẽ hỏi quyền hiện thông báo.',
    remindOn: 'Bật nhắc việc',
    remindOff: 'Tắt nhắc việc',
    reminding: 'Đang bật.',
    notReminding: 'Đang tắt.',
    remindRefused: 'Trình duyệt không cho hiện thông báo, nên không nhắc gì.',
    exactTitle: 'Thời điểm chi tiết',
    exactLead:
      'Giờ bắt đầu và kết thúc từng khoảng thời gian chỉ nằm trên máy này, không bao giờ được gửi đi. Qua số ngày đã chọn, các thời điểm ấy được xóa; tổng thời gian mỗi ngày vẫn còn trong nhật ký.',
    exactQuestion: 'Giữ thời điểm chi tiết trong',
    exactDays: (days: number) => `${days} ngày`,
    hostsTitle: 'Nền tảng chờ cấp quyền',
    hostsSeen: (seen: number, all: number) => `Đã được cấp quyền với ${seen}/${all} nền tảng.`,
    hostStates: {
      granted: 'đã cho phép',
      waiting: 'phong trào mới bổ sung, chờ Quý vị cho phép',
      refused: 'Quý vị vừa không cho phép; không ghi nhận gì ở đó',
      revoked: 'quyền đã bị thu lại; không ghi nhận gì ở đó',
    },
    allow: 'Cho phép',
    allowHost: (name: string) => `Cho phép nhận biết ${name}`,
    supportTitle: 'Thông tin cho bộ phận hỗ trợ',
    supportLead: 'Không có họ tên, mã thiết bị, cơ quan hay thời gian hoạt động. Không tự gửi đi đâu.',
    supportLabel: 'Nội dung',
    copy: 'Sao chép',
    copied: {
      done: 'Đã sao chép.',
      refused: 'Trình duyệt không cho sao chép. Xin chọn nội dung trong ô rồi nhấn Ctrl+C.',
    },
  },

  unit: {
    leave: 'Không khai báo phòng, ban nữa',
    leaveNote:
      'Quý vị vẫn được tính trong cơ quan, cùng nhóm không khai báo phòng, ban. Không ai được báo về việc này.',
    left: 'Máy chủ không còn ghi phòng, ban của Quý vị.',
    countedIn: (unit: string) =>
      `Danh sách đã chốt cho số liệu tuần còn tính Quý vị ở “${unit}” đến lần chốt sau (khi đủ số người thay đổi): thay đổi của một người vì thế không lộ ra.`,
  },

  team: {
    title: 'Tình hình tham gia của đơn vị',
    tableLead: (minGroup: number) =>
      `Số liệu tổng hợp theo tuần trọn vẹn, chỉ của nhóm từ ${minGroup} người trở lên. Không có số liệu của từng cá nhân.`,
    agency: 'Cơ quan, đơn vị',
    week: terms.week,
    enrolled: terms.enrolled,
    enrolledShare: terms.enrolledShare,
    activeShare: terms.activeShare,
    trend: (first: string, last: string) =>
      `Tỷ lệ hoạt động trong tuần, thang từ 0 đến 100%. ${first}; ${last}.`,
    trendGap: 'Chỗ ngắt là tuần không hiển thị.',
    noWeeks: 'Chưa có tuần nào được công bố. Tuần đầu tiên hiện ra sau khi kết thúc trọn vẹn.',
    releasedAt: (when: string) => `Công bố lúc ${when}`,
    looked: 'Mỗi lượt xem trang này được ghi nhật ký và công khai với người trong đơn vị.',
    hidden: {
      'too-few': 'Chưa đủ số người',
      complement: 'Không hiển thị để tránh suy ra số liệu nhóm khác',
      'one-sided': 'Không hiển thị: một trong hai nhóm quá ít người',
      'no-headcount': 'Chưa có số biên chế được giao',
      'small-unit': 'Không hiển thị: có phòng, ban quá ít người',
      'under-twenty': 'Chưa đủ 20 người',
    },
    unknown: terms.notKnown,
    minute: terms.minute,
    joined: (people: string, share: string) => `${people} người đã tham gia (${share} số biên chế được giao)`,
    joinedHidden: 'chưa công bố được số người tham gia',
    used: (share: string) => `; ${share} có hoạt động trong tuần`,
    usedHidden: '; chưa công bố được tỷ lệ hoạt động.',
    change: (points: number) =>
      Math.abs(points) < 0.05
        ? ', bằng tuần trước'
        : `, ${points < 0 ? 'giảm' : 'tăng'} ${Math.abs(points).toFixed(1).replace('.', ',')} điểm phần trăm so với tuần trước`,
    besideBlock: (points: number) =>
      Math.abs(points) < 0.05
        ? 'Bằng trung vị của khối.'
        : `${points < 0 ? 'Thấp' : 'Cao'} hơn trung vị của khối ${Math.abs(points).toFixed(1).replace('.', ',')} điểm phần trăm.`,
    weakest: (platform: string, users: string) => `Nền tảng ít người dùng nhất: ${platform} (${users}).`,
    effect: (before: string, after: string) =>
      `tỷ lệ hoạt động bình quân các tuần trước: ${before}, từ tuần đó: ${after}`,
    adoption: 'Mức tham gia so với số biên chế được giao',
    median: (share: string, agencies: number) => `trung vị của khối ${share} (${agencies} đơn vị)`,
    target: (share: string) => `mức Tốt từ ${share}`,
    funnel: 'Từ được mời đến sử dụng thường xuyên',
    habits: 'Thói quen trong tuần',
    movesTitle: 'Việc nên làm để nâng điểm',
    moves: {
      joining: (people: number, points: string) => `${people} người chưa tham gia: tối đa +${points} điểm`,
      starting: (people: number, points: string) =>
        `${people} người đã tham gia nhưng tuần này chưa hoạt động: tối đa +${points} điểm`,
      regular: (people: number, points: string) =>
        `${people} người hoạt động chưa đủ số ngày trong tuần: tối đa +${points} điểm`,
      breadth: (people: number, points: string) =>
        `${people} người dùng ít nền tảng hơn yêu cầu: tối đa +${points} điểm`,
      enough: (people: number, points: string, minutes: number) =>
        `${people} người có ngày sử dụng dưới ${minutes} phút: tối đa +${points} điểm`,
    },
    movesNote: 'Ước tính từ số liệu đã công bố của tuần này, theo bốn tiêu chí của điểm. Không nêu tên ai.',
    noMoves: 'Tuần này chưa đủ số liệu để ước tính.',
    map: 'Phòng, ban và nền tảng: tỷ lệ người tham gia có sử dụng trong tuần',
    mapKey: (signs: string) => `(từ ít đến nhiều: ${signs})`,
    wholeAgency: 'Cả cơ quan',
    notNamed: 'Không khai báo phòng, ban',
    unit: terms.unit,
    units: 'So sánh các phòng, ban',
    unitActive: terms.activeInWeek,
    unitMinutes: terms.medianTime,
    noUnits: 'Chưa có phòng, ban nào được mời bằng mã riêng.',
    notes: 'Ghi chú trên biểu đồ',
    noNotes: 'Chưa có ghi chú.',
    noteDay: 'Ngày',
    noteText: 'Ghi chú về đơn vị, không nêu tên ai',
    writeNote: 'Ghi chú',
    dropNote: 'Xóa',
    detail: 'Từng tuần',
    membersSince: (week: string) =>
      `Số người tham gia được chốt tại ${week}; chỉ chốt lại khi đủ số người thay đổi, để không ai bị nhận ra.`,
    files: 'Tải về và in',
    print: 'In báo cáo A4',
    filesNote: 'Mỗi lần tải về hoặc in được ghi nhật ký và công khai với người trong đơn vị.',
    definitions: 'Định nghĩa',
    definitionColumns: ['Chỉ tiêu', 'Đơn vị tính', 'Ý nghĩa'],
    unitNames: { count: 'người', share: '%', minutes: 'phút' },
    release: (release: number, when: string) => `Bản công bố số ${release}, ${when}`,
    report: 'BÁO CÁO TUẦN VỀ SỬ DỤNG NỀN TẢNG SỐ',
    signs: ['NGƯỜI LẬP BÁO CÁO', 'THỦ TRƯỞNG ĐƠN VỊ'],
    signHere: '(Ký, ghi rõ họ tên)',
    place: 'Tây Ninh, ngày … tháng … năm …',
    lead: {
      title: 'Các cơ quan trong phạm vi phụ trách',
      ask: 'Xem các cơ quan trong phạm vi phụ trách',
      running: (day: string, over: number) =>
        `Tuần đang chạy: đã qua ${over}/7 ngày; kết quả tuần chốt sau ngày ${day}.`,
      newest: (week: string) => `Số liệu công bố mới nhất: ${week}`,
      notStarted: (waiting: number, all: number) => `Chưa triển khai: ${waiting}/${all} cơ quan`,
      notStartedNote: (k: number) =>
        `Chưa có ai, hoặc có dưới ${k} người tham gia; hai trường hợp không tách riêng.`,
      levels: { province: 'Cấp tỉnh', commune: 'Cấp xã' },
      columns: [
        'Cơ quan',
        'Số biên chế được giao',
        terms.enrolledShare,
        'Tỷ lệ hoạt động',
        'Tuần đủ số liệu',
        terms.score,
        terms.officialResults,
      ],
      fileColumns: [
        'Cơ quan',
        terms.level,
        terms.block,
        'Số biên chế được giao',
        terms.enrolledShare,
        'Tỷ lệ hoạt động',
        'Tuần đủ số liệu',
        terms.score,
        terms.rank,
        'Tình trạng',
        terms.officialResults,
      ],
      waiting: 'chưa triển khai',
      file: 'cac-co-quan',
      rank: (rank: number, of: number) => `hạng ${rank}/${of}`,
      states: {
        ranked: 'xếp hạng',
        provisional: 'tạm tính',
        suppressed: 'chưa đủ người',
        'no-data': 'chưa có số liệu',
      },
      flagsTitle: 'Dấu hiệu bất thường trong phạm vi phụ trách',
      flags: {
        'long-days': 'Có ngày trên 16 giờ',
        'around-the-clock': 'Gần như suốt ngày đêm (từ 20 giờ, ít nhất 3 ngày)',
        identical: 'Số giây trùng hệt với từ 2 người khác cùng cơ quan',
      },
      flagPeople: (people: string) => `${people} người`,
      flagsNote:
        'Đếm cho toàn phạm vi trong bốn tuần, công bố theo khoảng và chốt cùng kết quả tuần. Đây là dấu hiệu để hướng dẫn, không phải bằng chứng và không kéo theo xử lý nào. Từng cơ quan: hỏi người vận hành.',
    },
    trouble: {
      'not-enrolled': 'Thiết bị này chưa tham gia. Xin thiết lập trước.',
      offline: 'Không kết nối được máy chủ. Trang sẽ tự thử lại sau 30 giây.',
      busy: 'Máy chủ đang bận. Trang sẽ tự thử lại sau 30 giây.',
      'clock-off': 'Đồng hồ máy tính chạy sai nên máy chủ không nhận yêu cầu. Xin chỉnh lại giờ.',
      'role-missing': 'Trang này dành cho người phụ trách. Mã tham gia của Quý vị không có vai trò đó.',
      'role-revoked':
        'Vai trò phụ trách của Quý vị đã được thu lại, nên trang này không hiện số liệu nữa. Việc ghi nhận của riêng Quý vị vẫn như trước. Nếu có nhầm lẫn, xin báo người vận hành để được cấp lại.',
      'out-of-scope': 'Đơn vị này nằm ngoài phạm vi phụ trách của Quý vị.',
      'not-released': 'Đơn vị này chưa có số liệu được công bố.',
      'device-unknown': 'Máy chủ không còn biết thiết bị này. Xin tham gia lại.',
      refused: 'Máy chủ từ chối yêu cầu. Xin báo bộ phận hỗ trợ.',
    },
    staleSince: (when: string) => `Đang hiện số liệu lấy lúc ${when}.`,
  },
}

export type Texts = typeof vi
