// The recipe inside the zip for an agency's own web server, in Vietnamese. Plain text, without marks for headings.

export const vi = {
  /** @param snippet what is pasted into the page */
  readme: (version: string, hub: string, snippet: string): string =>
    `Nhịp Số ${version}: tự lưu trữ trên máy chủ của cơ quan

1. Giải nén; chép thư mục "w" lên máy chủ web (nginx, Apache: /var/www/nhipso; IIS: thư mục "nhipso" của trang).
2. Chép cấu hình nginx.conf, apache.conf hoặc web.config vào trang. Số liệu lấy từ ${hub} qua chính địa chỉ của trang, vì vậy chính sách default-src 'self' không cần thay đổi.
3. Dán vào trang, thay so-noi-vu bằng mã của cơ quan:

${snippet}

Đối chiếu tệp: xem integrity.txt và ${hub}/w/integrity.json. Không cookie, không thu thập dữ liệu người xem.
`,
}

/** What the recipe says; every language has every key. */
export type SelfHostWords = typeof vi
