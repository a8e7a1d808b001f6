// What the builder says about each content management system and about policies, in Vietnamese.
import * as terms from './terms.vi.ts'

export const vi = {
  cms: 'Hệ thống quản trị nội dung (CMS)',
  show: 'Nội dung hiển thị',
  shows: {
    score: 'Điểm của cơ quan, đơn vị',
    trend: 'Diễn biến theo tuần',
    targets: 'Kết quả chính thức, có nguồn',
    board: 'Bảng xếp hạng của khối',
    ticker: 'Đơn vị dẫn đầu khối',
  },
  ranking: 'Phạm vi xếp hạng (bảng xếp hạng, đơn vị dẫn đầu)',
  ownBlock: 'Khối của cơ quan đã chọn',
  wholeLevel: (level: string) => `${level}: tất cả các khối`,
  speaks: 'Ngôn ngữ của đoạn mã',
  languages: terms.languages,
  runningCampaign: 'Phong trào đang diễn ra',
  notOffered:
    'NukeViet xóa mọi <script>, vì vậy chỉ có hình ảnh và khung nhúng; hệ thống khác có thêm thẻ tự cập nhật.',
  theme: 'Màu nền',
  themes: { auto: 'Theo trình duyệt', light: 'Sáng', dark: 'Tối' },
  boardLink: terms.boardOfProduct,
  recipe: (name: string) => `Cách làm: ${name}`,
  bestRung: (rung: string) => `Nên dùng: ${rung}.`,
  cmsNames: {
    html: 'Trang HTML tự viết',
    nukeviet: 'NukeViet',
    sharepoint: 'SharePoint',
    liferay: 'Liferay',
    dnn: 'DotNetNuke (DNN)',
    wordpress: 'WordPress',
    joomla: 'Joomla',
  },
  recipes: {
    html: (_domain: string): readonly string[] => [
      'Mở tệp HTML của trang, dán đoạn mã 2 vào nơi cần hiển thị.',
      'Một trang có nhiều thẻ thì chỉ cần dòng <script> một lần.',
    ],
    nukeviet: (domain: string): readonly string[] => [
      'Vào Quản trị → Quản lý giao diện → Quản lý block → Thêm block, chọn kiểu block “HTML”.',
      'Trong trình soạn thảo bấm “Mã HTML”, dán đoạn mã 1 (hình ảnh) rồi lưu: không cần thay đổi cấu hình.',
      `Muốn dùng khung nhúng (đoạn mã 3): quản trị tối cao vào Cấu hình → Thiết lập an ninh → “Giới hạn tên miền ở các thẻ HTML nguy hiểm”, thêm đúng tên miền ${domain} rồi lưu; sau đó dán đoạn mã 3 vào block.`,
    ],
    sharepoint: (domain: string): readonly string[] => [
      `Quản trị tuyển tập trang: Cài đặt trang → Bảo mật trường HTML, thêm ${domain} vào danh sách tên miền được phép nhúng.`,
      'Trang hiện đại: thêm phần web “Nhúng” (Embed), dán đoạn mã 3.',
      'Trang cổ điển: thêm phần web “Script Editor”, dán đoạn mã 2 hoặc 3.',
    ],
    liferay: (_domain: string): readonly string[] => [
      'Tạo Fragment mới (Thiết kế → Fragment), dán đoạn mã 2 vào ô HTML, phát hành rồi kéo vào trang.',
      'Với bài Web Content: chuyển trình soạn thảo sang chế độ mã nguồn và dán đoạn mã 1.',
    ],
    dnn: (_domain: string): readonly string[] => [
      'Thêm mô-đun HTML vào trang, chọn Sửa nội dung, chuyển sang trình soạn thảo văn bản thô, chọn chế độ Raw.',
      'Dán đoạn mã 2 rồi lưu. Nếu hệ thống xóa <script>, dùng đoạn mã 1.',
    ],
    wordpress: (_domain: string): readonly string[] => [
      'Thêm khối “HTML tùy chỉnh”, dán đoạn mã 2. Tài khoản không được phép dùng <script> thì dán đoạn mã 1.',
      'Hoặc dán địa chỉ trang của cơ quan, đơn vị vào một dòng riêng: WordPress lấy khung nhúng qua oEmbed khi quản trị viên đã cho phép máy chủ Nhịp Số.',
    ],
    joomla: (_domain: string): readonly string[] => [
      'Nội dung → Mô-đun của trang → Mới → Tùy chỉnh (Custom); tạm chuyển trình soạn thảo sang “None”.',
      'Dán đoạn mã 2 rồi lưu. Nếu <script> bị xóa: Hệ thống → Cấu hình chung → Bộ lọc văn bản, hoặc dùng đoạn mã 1.',
    ],
  },
  size: 'Cỡ',
  sizes: { small: 'Nhỏ', normal: 'Vừa', large: 'Lớn' },
  onLight: 'Trên nền sáng',
  onDark: 'Trên nền tối',
  copy: 'Sao chép',
  copied: 'Đã sao chép',
  copyFailed: 'Trình duyệt không cho sao chép: bấm Ctrl+C.',
  more: {
    png: {
      name: 'Hình ảnh PNG',
      hint: 'Cho thư điện tử, Word, Zalo và những nơi không hiển thị SVG; có độ phân giải gấp đôi để in.',
    },
    height: {
      name: 'Chiều cao của khung nhúng',
      hint: 'Không bắt buộc: dán một lần trên trang để khung nhúng luôn cao vừa đủ nội dung. Khung gửi cho trang chứa nó thông điệp {nhipso: "height", height: số pixel}.',
    },
    oembed: {
      name: '4. Địa chỉ oEmbed',
      hint: 'Dán vào một dòng riêng trong WordPress hoặc Moodle; hệ thống tự lấy khung nhúng khi quản trị viên đã cho phép máy chủ Nhịp Số.',
    },
  },
  trust: 'Cách nạp mã lệnh',
  trusts: {
    rolling: 'Luôn dùng bản mới nhất',
    pinned: 'Một phiên bản cố định, có mã băm (SRI)',
    own: 'Tự lưu trữ trên máy chủ của cơ quan',
  },
  trustHints: {
    rolling: 'Bản sửa lỗi đến ngay, không cần sửa trang.',
    pinned: 'Trình duyệt từ chối mọi tệp khác với mã băm. Khi có phiên bản mới, cần thay đoạn mã.',
    own: "Tải tệp nén, làm theo hướng dẫn cho nginx, Apache hoặc IIS trong đó: mọi thứ đi qua địa chỉ của chính trang, kể cả khi chính sách là default-src 'self'.",
  },
  download: (version: string) => `Tải phiên bản ${version} (zip)`,
  webmasters: {
    title: 'Dành cho quản trị trang thông tin',
    description:
      'Các phiên bản mã nhúng đã công bố, mã băm, và những trang của cơ quan nhà nước đang hiển thị mã nhúng.',
    lead: 'Các phiên bản đã công bố, và trang nào đang hiển thị đoạn mã nào.',
    versions: 'Phiên bản đã công bố',
    version: 'Phiên bản',
    since: 'Ngày công bố',
    integrity: 'Mã băm (SRI)',
    copy: 'Tự lưu trữ',
    noVersions: 'Chưa có phiên bản nào được công bố.',
    list: 'Danh sách cho chương trình (JSON)',
    sites: 'Trang đang hiển thị',
    sitesHint:
      'Chỉ ghi tên miền gov.vn, loại đoạn mã và ngày, theo tên trang mà trình duyệt gửi kèm khi tải đoạn mã; cần thấy ít nhất trong hai ngày. Không ghi địa chỉ, đường dẫn, lượt xem hay bất cứ thông tin nào về người xem. Trang tự lưu trữ không xuất hiện ở đây.',
    host: 'Tên miền',
    shows: 'Đoạn mã',
    lastSeen: 'Thấy lần cuối',
    noSites: 'Chưa thấy trang nào.',
    kinds: { image: 'Hình ảnh', element: 'Thẻ tự cập nhật', frame: 'Khung nhúng' },
    newest: 'luôn mới nhất',
    old: 'có phiên bản mới hơn',
  },
  doctor: 'Kiểm tra Content-Security-Policy của trang',
  doctorHint:
    'Dán phần đầu (header) Content-Security-Policy mà trang của cơ quan đang gửi: một hay nhiều dòng, thẻ <meta> hoặc dòng cấu hình máy chủ. Nội dung chỉ dùng để trả lời trang này.',
  doctorAsk: 'Phần đầu (header) Content-Security-Policy',
  doctorNoLines: 'Chính sách này đã cho phép cả ba đoạn mã; không cần thay đổi.',
  doctorFound: (policies: number) =>
    policies === 0
      ? 'Không có chính sách nào chặn nội dung.'
      : `Có ${policies} chính sách; trình duyệt áp dụng tất cả cùng lúc.`,
  doctorReportOnly: 'Chính sách Report-Only chỉ báo cáo, không chặn, nên không tính ở đây.',
  /** The number of the policy, 0 where there is one only. */
  doctorLines: (policy: number) =>
    `${policy > 0 ? `Trong chính sách thứ ${policy}, thay` : 'Thay'} (hoặc thêm) đúng các dòng sau; giữ nguyên phần còn lại, không cần đổi style-src:`,
  doctorOwn: (trust: string) =>
    `Không muốn đổi chính sách? Chọn cách nạp “${trust}”: mọi thứ đi qua địa chỉ của chính trang ('self').`,
  verdicts: {
    'as-is': 'dùng được ngay, không cần thay đổi',
    'with-lines': 'dùng được sau khi thêm các dòng dưới đây',
    'with-nonce':
      'dùng được khi mẫu giao diện của trang ghi nonce của trang vào dòng <script> (nonce="…"), và sau khi thêm các dòng dưới đây, nếu có',
    never: 'mã lệnh không chạy được với chính sách này; hãy dùng đoạn mã khác',
  },
}

/** All that the builder says about systems and policies; every language has every key. */
export type BuilderWords = typeof vi
