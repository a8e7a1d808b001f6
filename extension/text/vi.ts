// What the extension's pages say, in Vietnamese: the first language of the product. The shape that English follows.
export const vi = {
  product: 'Nhịp Số',
  tagline: 'Nhịp chuyển đổi số của cơ quan, đơn vị tỉnh Tây Ninh',
  languageLabel: 'Ngôn ngữ',
  sample: 'DỮ LIỆU MẪU',
  loading: 'Đang đọc số liệu…',

  welcome: {
    title: 'Chào mừng đến với Nhịp Số',
    lead: (campaign: string) =>
      `Tiện ích ghi nhận thời gian hoạt động của cán bộ, công chức, viên chức trên các nền tảng số của phong trào thi đua “${campaign}”.`,
    countedTitle: 'Ghi nhận những gì',
    counted: (idleSeconds: number, platforms: number) => [
      `Thời gian hoạt động trên ${platforms} nền tảng trong danh mục của phong trào, khi cửa sổ trình duyệt đang ở phía trước.`,
      `Dừng đọc đến ${idleSeconds} giây vẫn được tính đủ; lâu hơn thì chỉ tính đến thao tác cuối cùng.`,
      'Tổng thời gian mỗi ngày theo từng nền tảng. Quý vị xem được toàn bộ số liệu của mình.',
    ],
    platformList: 'Xem danh mục nền tảng',
    neverTitle: 'Những gì không bao giờ rời máy này',
    never: [
      'Địa chỉ trang, tiêu đề, nội dung văn bản, hồ sơ hay phím bấm: tiện ích không đọc nội dung trang.',
      'Các trang ngoài danh mục: trình duyệt không cho tiện ích biết địa chỉ của chúng.',
      'Giờ giấc trong ngày, họ tên, thư điện tử. Cửa sổ riêng tư không được nhìn thấy.',
    ],
    sentTitle: 'Chỉ bốn điều được gửi đi',
    sent: 'Mã thiết bị, ngày, nền tảng và số giây.',
    consentTitle: '1. Sự đồng ý của Quý vị',
    purpose:
      'Mục đích: tính chỉ số sử dụng nền tảng số chung của cơ quan, đơn vị trong phong trào thi đua. Không dùng để đánh giá, xếp loại cá nhân.',
    whoSees: (minGroup: number) =>
      `Người xem: chỉ số liệu tổng hợp của nhóm từ ${minGroup} người trở lên được công bố. Không ai, kể cả lãnh đạo, xem được số liệu của một người.`,
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
    agreed: (when: string, version: string) =>
      `Quý vị đã đồng ý lúc ${when} (bản ${version}). Đang ghi nhận.`,
    enrolTitle: '2. Tham gia cùng cơ quan, đơn vị',
    enrolLead:
      'Nhập mã tham gia do cơ quan, đơn vị cấp. Chưa có mã thì thời gian vẫn được ghi nhận trên máy này và chưa gửi đi đâu.',
    code: 'Mã tham gia',
    codeHint: 'Gồm 12 chữ cái và chữ số, ví dụ K7QM-3XPA-9TDW',
    hub: 'Địa chỉ máy chủ',
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

  refusal: {
    'no-consent': 'Xin đồng ý trước khi tham gia.',
    'already-enrolled': 'Thiết bị này đã tham gia rồi. Không cần làm gì thêm.',
    'bad-address': 'Địa chỉ máy chủ phải bắt đầu bằng https://. Xin kiểm tra lại địa chỉ trên giấy mời.',
    'code-malformed': 'Mã tham gia gồm đúng 12 chữ cái và chữ số. Xin nhập lại như in trên giấy mời.',
    'code-unknown': 'Máy chủ không có mã này. Xin kiểm tra từng ký tự, hoặc hỏi người cấp mã.',
    'code-used-up': 'Mã này đã được dùng hết số lượt. Xin người cấp mã cho mã mới.',
    'code-expired': 'Mã này đã hết hạn. Xin người cấp mã cho mã mới.',
    'too-many-requests': 'Đã thử quá nhiều lần. Xin đợi vài phút rồi thử lại.',
    offline: 'Không kết nối được máy chủ. Xin kiểm tra mạng và địa chỉ máy chủ rồi thử lại.',
    busy: 'Máy chủ đang bận. Xin thử lại sau vài phút.',
    'clock-off': 'Đồng hồ máy tính chạy sai. Xin chỉnh lại giờ rồi thử lại.',
    'device-unknown': 'Máy chủ không còn biết thiết bị này. Xin tham gia lại bằng mã mới.',
    'erase-pending':
      'Đã xóa trên máy này. Chưa kết nối được máy chủ; yêu cầu xóa sẽ được gửi lại cho đến khi xong.',
    refused: 'Máy chủ từ chối yêu cầu. Xin báo bộ phận hỗ trợ.',
    internal: 'Tiện ích gặp lỗi. Xin tải lại trang này.',
  },
  clockAhead: (span: string) =>
    `Đồng hồ máy này nhanh ${span} so với máy chủ. Xin chỉnh lại giờ của máy tính.`,
  clockBehind: (span: string) =>
    `Đồng hồ máy này chậm ${span} so với máy chủ. Xin chỉnh lại giờ của máy tính.`,
  supportDetail: 'Chi tiết cho bộ phận hỗ trợ',

  popup: {
    today: (day: string) => `Hôm nay, ${day}`,
    total: 'Thời gian hoạt động',
    nothing: 'Hôm nay chưa có thời gian nào được ghi nhận.',
    byPlatform: 'Theo nền tảng',
    state: {
      recording: (platform: string) => `Đang ghi nhận: ${platform}`,
      waiting: 'Sẵn sàng. Mở một nền tảng trong danh mục để bắt đầu ghi nhận.',
      pausedUntil: (time: string) => `Tạm dừng ghi nhận đến ${time}`,
      paused: 'Đang tạm dừng ghi nhận',
      'no-consent': 'Chưa ghi nhận: Quý vị chưa đồng ý.',
      'no-permission': 'Trình duyệt chưa cho phép tiện ích nhận biết các nền tảng.',
      'campaign-over': 'Phong trào thi đua đã kết thúc. Không còn ghi nhận.',
    },
    setUp: 'Thiết lập',
    allow: 'Cho phép',
    notEnrolled: 'Chưa tham gia cùng cơ quan, đơn vị: số liệu chỉ nằm trên máy này.',
    enrol: 'Nhập mã tham gia',
    sentAt: (when: string) => `Gửi gần nhất: ${when}`,
    neverSent: 'Chưa gửi lần nào; sẽ gửi sau ít phút.',
    trouble: {
      offline: 'Chưa kết nối được máy chủ. Số liệu vẫn giữ trên máy này và sẽ tự gửi lại.',
      busy: 'Máy chủ đang bận. Số liệu sẽ tự gửi lại.',
      'clock-off': 'Đồng hồ máy tính chạy sai nên máy chủ chưa nhận. Xin chỉnh lại giờ.',
      'device-unknown': 'Máy chủ không còn biết thiết bị này. Xin tham gia lại.',
      refused: 'Máy chủ từ chối số liệu. Xin báo bộ phận hỗ trợ.',
    },
    sendNow: 'Gửi ngay',
    pauseLabel: 'Tạm dừng ghi nhận',
    pause15: '15 phút',
    pauseHour: '1 giờ',
    pauseToday: 'Hết hôm nay',
    resume: 'Tiếp tục ghi nhận',
    team: 'Trang của đơn vị',
    privacy: 'Những gì được ghi nhận và gửi đi',
  },

  team: {
    title: 'Tình hình tham gia của đơn vị',
    lead: (minGroup: number) =>
      `Số liệu tổng hợp theo tuần trọn vẹn, chỉ của nhóm từ ${minGroup} người trở lên. Không có số liệu của một người.`,
    agency: 'Cơ quan, đơn vị',
    week: 'Tuần',
    headcount: 'Số người trong danh sách',
    enrolled: 'Đã tham gia',
    enrolledShare: 'Tỷ lệ tham gia',
    activeShare: 'Tỷ lệ hoạt động trong tuần',
    trend: (first: string, last: string) => `Tỷ lệ hoạt động trong tuần: từ ${first} đến ${last}`,
    trendTitle: 'Tỷ lệ hoạt động qua các tuần',
    noWeeks: 'Chưa có tuần nào được công bố. Tuần đầu tiên hiện ra sau khi kết thúc trọn vẹn.',
    releasedAt: (when: string) => `Công bố lúc ${when}`,
    looked: 'Mỗi lượt xem trang này được ghi lại và cho những người liên quan biết.',
    hidden: {
      'too-few': 'Chưa đủ số người',
      complement: 'Ẩn để không suy ra được nhóm khác',
      'one-sided': 'Ẩn vì gần như tất cả hoặc gần như không ai',
      'no-headcount': 'Chưa có số người trong danh sách',
    },
    unknown: 'Chưa có',
    trouble: {
      'not-enrolled': 'Thiết bị này chưa tham gia. Xin thiết lập trước.',
      offline: 'Không kết nối được máy chủ. Trang sẽ tự thử lại sau 30 giây.',
      busy: 'Máy chủ đang bận. Trang sẽ tự thử lại sau 30 giây.',
      'clock-off': 'Đồng hồ máy tính chạy sai nên máy chủ không nhận yêu cầu. Xin chỉnh lại giờ.',
      'role-missing': 'Trang này dành cho người phụ trách. Mã tham gia của Quý vị không có vai trò đó.',
      'out-of-scope': 'Đơn vị này nằm ngoài phạm vi phụ trách của Quý vị.',
      'not-released': 'Đơn vị này chưa có số liệu được công bố.',
      'device-unknown': 'Máy chủ không còn biết thiết bị này. Xin tham gia lại.',
      refused: 'Máy chủ từ chối yêu cầu. Xin báo bộ phận hỗ trợ.',
    },
    staleSince: (when: string) => `Đang hiện số liệu lấy lúc ${when}.`,
  },
}

export type Texts = typeof vi
