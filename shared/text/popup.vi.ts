// What the popup says, and every other page as well, in Vietnamese. Alone, so that the popup loads nothing else.
import * as terms from './terms.vi.ts'

export const vi = {
  product: terms.product,
  languageLabel: 'Ngôn ngữ',
  sample: terms.sample,
  noStore:
    'Trình duyệt không mở được nơi lưu số liệu: ổ đĩa đã đầy, hoặc hồ sơ trình duyệt bị hỏng. Xin giải phóng dung lượng rồi khởi động lại trình duyệt; nếu vẫn vậy, xin báo bộ phận hỗ trợ. Tiện ích không xóa gì.',
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
    'erase-day-pending':
      'Đã xóa trên máy này. Chưa kết nối được máy chủ; việc xóa sẽ được báo lại khi có kết nối.',
    'erase-here-only':
      'Đã xóa trên máy này. Chưa có sự đồng ý nên không gửi gì đi; để xóa cả trên máy chủ, hãy chọn “Rút lại và xóa dữ liệu”.',
    'not-the-hub':
      'Một trang khác trả lời thay máy chủ (thường là trang đăng nhập mạng hoặc proxy), hoặc địa chỉ không phải máy chủ Nhịp Số. Xin đăng nhập mạng, kiểm tra địa chỉ rồi thử lại.',
    'storage-full':
      'Ổ đĩa đã đầy nên trình duyệt không lưu thêm được. Xin giải phóng dung lượng; số liệu đã lưu vẫn còn nguyên.',
    copied:
      'Một trình duyệt khác đang gửi bằng chính mã thiết bị này: hồ sơ trình duyệt đã được sao chép sang máy khác. Trên máy mới, xin gỡ tiện ích, cài lại, rồi tham gia bằng mã “Trình duyệt thứ hai” ở trang Tùy chọn của máy này.',
    'file-unreadable': 'Tệp này không phải bản xuất JSON của Nhịp Số. Xin chọn tệp khác.',
    refused: 'Máy chủ từ chối yêu cầu. Xin báo bộ phận hỗ trợ.',
    internal: 'Tiện ích gặp lỗi. Xin tải lại trang này.',
  },

  clockAhead: (span: string) =>
    `Đồng hồ máy này nhanh ${span} so với máy chủ. Xin chỉnh lại giờ của máy tính.`,
  clockBehind: (span: string) =>
    `Đồng hồ máy này chậm ${span} so với máy chủ. Xin chỉnh lại giờ của máy tính.`,
  popup: {
    today: (day: string) => `Hôm nay, ${day}`,
    total: 'Thời gian hoạt động',
    nothing: 'Hôm nay chưa có thời gian nào được ghi nhận.',
    byPlatform: 'Theo nền tảng',
    others: 'Nền tảng khác',
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
      offline:
        'Chưa kết nối được máy chủ (mất mạng, hoặc mạng đang chờ đăng nhập). Số liệu vẫn giữ trên máy này và sẽ tự gửi lại.',
      busy: 'Máy chủ đang bận. Số liệu sẽ tự gửi lại.',
      'clock-off': 'Đồng hồ máy tính chạy sai nên máy chủ chưa nhận. Xin chỉnh lại giờ.',
      'device-unknown': 'Máy chủ không còn biết thiết bị này. Xin tham gia lại.',
      'not-the-hub':
        'Một trang khác trả lời thay máy chủ (thường là trang đăng nhập mạng hoặc proxy). Xin đăng nhập mạng trong một thẻ khác, rồi bấm “Gửi ngay”. Số liệu vẫn giữ trên máy này.',
      copied:
        'Một trình duyệt khác đang gửi bằng chính mã thiết bị này: hồ sơ trình duyệt đã được sao chép sang máy khác. Trên máy mới, xin gỡ tiện ích, cài lại, rồi tham gia bằng mã “Trình duyệt thứ hai” ở trang Tùy chọn của máy này.',
      refused: 'Máy chủ từ chối số liệu. Xin báo bộ phận hỗ trợ.',
    },
    sendNow: 'Gửi ngay',
    pauseLabel: 'Tạm dừng ghi nhận',
    pause15: '15 phút',
    pauseHour: '1 giờ',
    pauseToday: 'Đến hết hôm nay',
    resume: 'Tiếp tục ghi nhận',
    team: 'Trang của đơn vị',
    privacy: 'Nội dung được ghi nhận và gửi đi',
    diary: 'Nhật ký của tôi',
    board: terms.board,
    options: 'Tùy chọn',
  },

  weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  marks: {
    counted: 'ngày đạt yêu cầu',
    some: 'có thời gian, chưa đạt yêu cầu',
    none: 'ngày làm việc chưa có thời gian',
    off: 'ngày nghỉ',
    ahead: 'chưa đến hoặc chưa có thời gian',
  },

  mine: {
    title: 'Tuần này của tôi',
    todayCounts: '✓ Hôm nay đã đạt yêu cầu.',
    todayMissing: (span: string) => `Hôm nay cần thêm ${span} để đạt yêu cầu.`,
    weekEnough: 'Tuần này đã đạt số ngày yêu cầu.',
    weekMissing: (days: number) => `Cần thêm ${days} ngày để đạt tuần này.`,
    weekOver: 'Tuần này chưa đạt số ngày yêu cầu. Tuần sau tính lại từ đầu.',
    weekly: (blocks: number) => `${terms.weeklyUse}: ${blocks}/4 tuần gần đây có sử dụng`,
    regular: (days: number, needed: number) =>
      `${terms.regularUse}: ${days}/${needed} ngày cần đạt trong 28 ngày`,
    breadth: (used: number, expected: number) =>
      `${terms.platformsUsed}: ${used}/${expected} nền tảng dùng từ 2 ngày trở lên`,
    enough: (minutes: string, needed: string) =>
      `${terms.enoughTime}: ${minutes}/${needed} phút trong mỗi ngày đạt yêu cầu`,
  },

  standing: {
    score: `${terms.score} của cơ quan:`,
    rank: (rank: number, of: number) => `hạng ${rank}/${of}`,
    provisional: 'tạm tính',
    suppressed: 'Chưa đủ số liệu để công bố điểm của cơ quan.',
    noData: 'Cơ quan chưa có điểm được công bố.',
    ended: (day: string) => `Cơ quan này đã kết thúc hoạt động ngày ${day}.`,
    successors: (names: string) => `Nay là: ${names}. Xin nhập mã tham gia của cơ quan mới.`,
    released: (when: string) => `Công bố lúc ${when}`,
    old: 'Cũ.',
    unreachable: 'Chưa kết nối được máy chủ để xem điểm của cơ quan.',
  },
}

export type PopupTexts = typeof vi
