/** Where the public face is reached; the app says so at start. */
let origin = 'http://127.0.0.1:8420';

export function setPublicOrigin(value: string): void {
  origin = value;
}

/** The public address of a story on a unit's site: 'https://truyenthong.example.vn/thcs-suoi-ngoc/bai/<id>'. */
export const publicAddress = (slug: string, articleId: string): string => `${origin}/${slug}/bai/${articleId}`;
