// What a page says to somebody who follows an invitation, in Vietnamese.

export const vi = {
  title: 'Quý vị được mời tham gia Nhịp Số',
  what: 'Bấm biểu tượng Nhịp Số trên thanh công cụ của trình duyệt, chọn “Nhập mã tham gia”, rồi dán mã này hoặc cả địa chỉ của trang này. Mã chỉ hiện trên máy của Quý vị; trang này không gửi mã đi đâu.',
}

/** What an invitation says; every language has every key. */
export type InvitationWords = typeof vi
