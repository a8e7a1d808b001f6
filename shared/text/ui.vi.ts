// What the pages say in Vietnamese, in the words of official documents. English says the same under the same keys.
import * as terms from './terms.vi.ts'

export const vi = {
  product: terms.product,
  tagline: 'Chỉ số thi đua xây dựng chính quyền điện tử tỉnh Tây Ninh',
  notOfficial: 'Chỉ số nội bộ của phong trào, không thay thế Bộ chỉ số 766, DTI hay PAR INDEX.',
  noPerson: 'Chỉ công bố số liệu tổng hợp của cơ quan, đơn vị; không có số liệu của từng cá nhân.',
  sampleBanner: 'Số liệu trên trang này được tạo ra để minh họa, không phải số liệu thật.',
  skip: 'Đến nội dung chính',
  menu: 'Trình đơn chính',
  board: terms.board,
  how: terms.how,
  builder: 'Mã nhúng',
  otherLanguage: 'English',
  otherLanguageHint: 'View this page in English',
  campaign: 'Phong trào',

  level: terms.level,
  levels: terms.levels,
  block: terms.block,
  allBlocks: 'Tất cả các khối',
  withinBlock: 'Chỉ xếp hạng trong cùng một khối, không so sánh giữa các khối.',
  asOf: (day: string) => `Số liệu tính đến ngày ${day}.`,
  columns: {
    rank: terms.rank,
    agency: terms.agency,
    score: terms.points,
    tier: terms.tier,
    change: terms.sinceLastWeek,
    trend: (weeks: number) => `${weeks} tuần gần nhất`,
    week: terms.week,
  },
  boardTitle: (level: string) => `${terms.board}: ${level}`,
  boardDescription: (name: string) => `Điểm và thứ hạng của các cơ quan, đơn vị trong phong trào “${name}”.`,
  findName: 'Tìm cơ quan, đơn vị',
  find: 'Xem',
  nothingFound: (search: string) => `Không có cơ quan, đơn vị nào ở cấp và khối này có tên chứa “${search}”.`,
  weekFinal: (week: string) => `Kết quả chốt ${week}`,
  sheet: 'Tải bảng này (CSV, mở bằng Excel)',
  nothingHere: 'Chưa có cơ quan, đơn vị nào trong khối này.',
  notRanked: 'Chưa xếp hạng',
  provisional: terms.provisional,
  states: {
    ranked: terms.ranked,
    provisional: 'Tạm tính: số người tham gia hoặc số tuần có số liệu chưa đủ để xếp hạng.',
    suppressed: 'Chưa đủ số liệu để công bố: nhóm quá nhỏ, công bố có thể làm lộ số liệu của cá nhân.',
    'no-data': 'Chưa có số liệu được công bố.',
  },
  statesShort: terms.states,
  up: 'tăng',
  down: 'giảm',
  same: 'không đổi',
  notReleased: 'không công bố',
  trendLabel: terms.trend,
  trendEmpty: 'Chưa có số liệu tuần',

  agencyTitle: (name: string) => `Điểm của ${name}`,
  agencyDescription: (name: string) =>
    `Điểm, xếp loại và diễn biến theo tuần của ${name} trong phong trào thi đua.`,
  agencyUnknown: 'Không tìm thấy cơ quan, đơn vị',
  corrections: 'Đính chính',
  summary: 'Kết quả tổng kết phong trào',
  summaryHint: 'Điểm trung bình các tuần, đã chốt khi phong trào kết thúc:',
  summaryCsv: 'Tải về để mở bằng Excel (CSV)',
  summaryJson: 'Tải về cho chương trình (JSON)',
  lineage: 'Sáp nhập, chia tách',
  ended: (day: string) =>
    `Cơ quan, đơn vị này kết thúc hoạt động ngày ${day}. Các điểm đã công bố được giữ nguyên và không thay đổi nữa.`,
  cameFrom:
    'Cơ quan, đơn vị này tiếp nhận công việc của các cơ quan, đơn vị dưới đây; điểm của những tuần trước đó xem tại trang của từng cơ quan, đơn vị:',
  carriedOnBy: 'Công việc được chuyển sang:',
  since: (day: string) => `từ ngày ${day}`,
  agencyUnknownHint: (id: string) => `Không có cơ quan, đơn vị nào mang mã “${id}” trong phong trào này.`,
  backToBoard: 'Về bảng xếp hạng',
  now: 'Hiện nay',
  standing: 'Xếp hạng và xếp loại',
  badgeAlt: terms.scoreOf,
  endedOn: (day: string) => `Đã kết thúc hoạt động ngày ${day}; điểm này không thay đổi nữa.`,
  liveHint: 'Điểm tự cập nhật, không cần tải lại trang.',
  rankOf: (rank: string, of: string) => `Hạng ${rank} trong ${of} đơn vị cùng khối`,
  tier: terms.tier,
  rank: 'Thứ hạng',
  change: 'So với lần chốt tuần trước',
  trend: 'Diễn biến theo tuần',
  trendTable: 'Xem số liệu dạng bảng',
  trendCaption: 'Điểm chốt hằng tuần',
  targets: terms.officialResults,
  targetsLead: 'Số liệu do cơ quan có thẩm quyền công bố, đặt bên cạnh điểm và không tính vào điểm Nhịp Số.',
  targetColumns: { target: 'Chỉ tiêu', period: 'Kỳ', value: 'Kết quả', source: 'Nguồn, ngày công bố' },
  noTargets: 'Chưa có kết quả chính thức nào được nhập cho cơ quan, đơn vị này.',
  howShort:
    'Điểm gồm bốn tiêu chí: đều đặn theo tuần, thường xuyên, số nền tảng sử dụng và đủ thời lượng. Dùng nhiều giờ hơn mức yêu cầu không làm tăng điểm; mọi người trong số biên chế được giao đều được tính.',
  howLink: 'Xem cách tính điểm',
  embedThis: 'Lấy mã nhúng cho trang thông tin của cơ quan',

  howTitle: terms.how,
  howDescription:
    'Bốn tiêu chí, trọng số, ví dụ tính toán và các quy tắc bảo vệ dữ liệu cá nhân của Nhịp Số.',
  howLead:
    'Điểm cho biết một cơ quan, đơn vị sử dụng các nền tảng làm việc điện tử đều và rộng đến đâu. Điểm không đo năng suất và không dùng để đánh giá, xếp loại cá nhân.',
  criteria: 'Bốn tiêu chí',
  criteriaLead: (days: number) =>
    `Mỗi người được tính trên ${days} ngày gần nhất. Ngày làm việc lấy theo lịch, gồm cả ngày nghỉ lễ và ngày làm bù.`,
  weight: 'Trọng số',
  criterion: 'Tiêu chí',
  meaning: 'Cách tính',
  criterionNames: terms.criteria,
  criterionMeanings: {
    weekly: (p: { blocks: string }) => `Số tuần có ít nhất một ngày đạt yêu cầu, chia cho ${p.blocks} tuần.`,
    regular: (p: { share: string }) =>
      `Số ngày đạt yêu cầu, chia cho ${p.share} số ngày làm việc; cao nhất là 100%.`,
    breadth: (p: { days: string }) =>
      `Số nền tảng đã dùng từ ${p.days} ngày trở lên, chia cho số nền tảng mà đơn vị cần dùng.`,
    enough: (p: { minutes: string }) =>
      `Trung vị thời gian hoạt động của các ngày đạt yêu cầu, chia cho ${p.minutes}; dùng nhiều hơn không được thêm điểm.`,
  },
  qualifying: (minutes: string, cap: string) =>
    `Ngày đạt yêu cầu là ngày có từ ${minutes} hoạt động trở lên trên các nền tảng; mỗi nền tảng tính tối đa ${cap} một ngày. Ngày hôm nay chỉ có thể làm tăng điểm: khi chưa đạt yêu cầu thì chưa tính vào số ngày làm việc.`,
  agencyScore: 'Điểm của cơ quan, đơn vị',
  agencyScoreLead: (prior: string) =>
    `Cộng điểm của mọi người rồi chia cho số biên chế được giao; người chưa tham gia được tính 0 điểm. Sau đó cộng thêm ${prior} người bổ sung (giả định), tính theo điểm bình quân chốt tuần trước, để điểm của đơn vị nhỏ không tăng giảm thất thường.`,
  formula:
    'Điểm = (tổng điểm các thành viên + số người bổ sung × điểm bình quân) ÷ (số biên chế được giao + số người bổ sung)',
  example: 'Ví dụ',
  examplePerson: (p: {
    weeks: string
    qualifying: string
    working: string
    used: string
    expected: string
    median: string
  }) =>
    `Trong 4 tuần, một người có ngày đạt yêu cầu ở ${p.weeks} tuần, có ${p.qualifying} ngày đạt yêu cầu trên ${p.working} ngày làm việc, dùng ${p.used} trên ${p.expected} nền tảng và trung vị thời gian hoạt động là ${p.median}.`,
  exampleAgency: (p: { people: string; enrolled: string; mean: string; score: string }) =>
    `Một đơn vị có số biên chế được giao là ${p.people} người, trong đó ${p.enrolled} người tham gia và ai cũng đạt mức như trên, điểm bình quân chốt tuần trước là ${p.mean} điểm: điểm của đơn vị là ${p.score}.`,
  earned: 'Đạt',
  points: 'Điểm thành phần',
  total: 'Tổng điểm của người đó',
  tiers: 'Xếp loại',
  tierFrom: (from: string) => `từ ${from} điểm`,
  /** Of the lowest grade: below the next one. */
  tierBelow: (next: string) => `dưới ${next} điểm`,
  provisionalRule: (share: string, weeks: string) =>
    `Đơn vị có dưới ${share} số biên chế được giao tham gia, hoặc chưa có đủ ${weeks} tuần số liệu, chỉ được xếp loại tạm tính và chưa được xếp hạng.`,
  privacy: 'Bảo vệ dữ liệu cá nhân',
  privacyRules: (p: { people: string; days: string }): readonly string[] => [
    'Tham gia tự nguyện: chỉ ghi nhận sau khi người dùng tự đánh dấu đồng ý; có thể tạm dừng hoặc rút lại sự đồng ý bất cứ lúc nào.',
    'Chỉ bốn thông tin rời khỏi máy: mã thiết bị, ngày, nền tảng, số giây. Không có địa chỉ trang, tiêu đề, nội dung, thời điểm trong ngày hay họ tên.',
    `Máy chủ Nhịp Số lưu số liệu theo ngày trong ${p.days} ngày, sau đó chỉ còn số liệu tổng hợp đã công bố.`,
    `Chỉ công bố số liệu của nhóm có từ ${p.people} người trở lên; điểm chỉ được công bố lại khi số liệu của ít nhất ${p.people} người đã thay đổi.`,
    'Không nơi nào hiển thị số liệu của một cá nhân cho người khác xem, và thời gian hoạt động không dùng để đánh giá cán bộ, công chức, viên chức.',
  ],
  documents: 'Văn bản viện dẫn',
  documentColumns: { no: 'Số, ký hiệu', date: 'Ngày', title: 'Trích yếu', status: 'Hiệu lực' },
  documentStatus: {
    'in-force': 'Còn hiệu lực',
    ended: 'Đã kết thúc',
    replaced: 'Đã được thay thế',
    'partly-replaced': 'Được thay thế một phần',
    unverified: 'Chưa kiểm tra hiệu lực',
  },
  replacedBy: (by: string) => `bởi ${by}`,
  replacedOn: (day: string) => `từ ngày ${day}`,

  builderTitle: terms.embedTitle,
  builderDescription: 'Chọn cơ quan, đơn vị và sao chép mã để hiển thị điểm trên trang thông tin điện tử.',
  builderLead:
    'Chọn cơ quan, đơn vị, rồi sao chép một đoạn mã dưới đây vào trang thông tin điện tử. Mọi đoạn mã hiển thị cùng một con số.',
  chooseAgency: terms.agency,
  showCode: 'Xem mã',
  preview: 'Xem thử',
  copyHint: 'Bấm vào ô, chọn tất cả (Ctrl+A) rồi sao chép (Ctrl+C).',
  rungs: {
    image: {
      name: '1. Hình ảnh',
      hint: 'Dùng được ở mọi nơi, kể cả khi hệ thống quản trị nội dung không cho phép mã lệnh (NukeViet, thư điện tử). Con số đổi khi người xem tải lại trang.',
    },
    element: {
      name: '2. Thẻ tự cập nhật',
      hint: 'Hiển thị hình ảnh ngay, sau đó con số tự cập nhật. Không dùng cookie, không lưu gì trên máy người xem.',
    },
    frame: {
      name: '3. Khung nhúng',
      hint: 'Dành cho trang chỉ cho phép khung nhúng (SharePoint). Quản trị viên NukeViet cần thêm tên miền của máy chủ Nhịp Số vào danh sách tên miền được phép.',
    },
  },
  frameTitle: terms.scoreOf,
  cspTitle: 'Nếu trang dùng Content-Security-Policy',
  cspHint: 'Thêm các dòng sau; không cần thay đổi style-src.',
}

/** All that the pages say; every language has every key. */
export type Words = typeof vi
