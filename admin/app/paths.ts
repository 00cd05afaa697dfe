/**
 * Every address of the admin app, without the base '/app'. People read addresses too, so they are in Vietnamese.
 * `paths.plan.to({ planId })` makes one, `paths.plan.pattern` is what the router matches.
 */
type Names<P extends string> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : P extends `${string}$${infer Name}`
    ? Name
    : never;

export type PathParams<P extends string> = Record<Names<P>, string>;

type To<P extends string> = [Names<P>] extends [never]
  ? (params?: Record<string, never>, search?: Search) => string
  : (params: PathParams<P>, search?: Search) => string;

/** What stands behind the '?': empty values are left out. */
export type Search = Record<string, string | number | undefined | null>;

export interface Path<P extends string = string> {
  pattern: P;
  to: To<P>;
}

function path<const P extends string>(pattern: P): Path<P> {
  const to = (params: Record<string, string> = {}, search: Search = {}) =>
    pattern.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? '')) + queryOf(search);
  return { pattern, to: to as To<P> };
}

/** '?q=…&state=…', or '' when nothing is asked. */
function queryOf(search: Search): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

export const paths = {
  home: path('/'),

  incoming: path('/van-ban-den'),
  incomingNew: path('/van-ban-den/nhap'),
  incomingDocument: path('/van-ban-den/$documentId'),
  incomingReview: path('/van-ban-den/$documentId/ra-soat'),
  incomingMakePlan: path('/van-ban-den/$documentId/lap-ke-hoach'),

  plans: path('/ke-hoach'),
  planNew: path('/ke-hoach/moi'),
  plan: path('/ke-hoach/$planId'),
  planEdit: path('/ke-hoach/$planId/soan'),
  planMatrix: path('/ke-hoach/$planId/hoat-dong'),
  planVersions: path('/ke-hoach/$planId/phien-ban'),
  planPrint: path('/ke-hoach/$planId/ban-in'),
  planAmend: path('/ke-hoach/$planId/sua-doi'),
  planNextYear: path('/ke-hoach/$planId/nam-sau'),
  asked: path('/viec-duoc-giao'),
  planSend: path('/ke-hoach/$planId/giao'),
  planCoverage: path('/ke-hoach/$planId/trien-khai'),
  planAddressee: path('/ke-hoach/$planId/trien-khai/$addresseeId'),

  work: path('/hoat-dong'),
  workWaiting: path('/hoat-dong/cho-xac-nhan'),
  activity: path('/hoat-dong/$lineId'),
  calendar: path('/lich'),

  articles: path('/bai-viet'),
  articleFromFile: path('/bai-viet/tu-tep'),
  article: path('/bai-viet/$articleId'),
  reviews: path('/bai-cho-duyet'),
  workflow: path('/quy-trinh-bai'),
  assignments: path('/giao-viet'),

  library: path('/anh'),
  picture: path('/anh/$mediaId'),
  handIns: path('/nop-anh'),
  handIn: path('/nop-anh/$handInId'),
  albums: path('/album'),
  album: path('/album/$albumId'),

  outputs: path('/san-pham'),
  outputNew: path('/san-pham/moi'),
  outputPaste: path('/san-pham/dan-dia-chi'),
  outputAuthors: path('/san-pham/cong-tac-vien'),
  output: path('/san-pham/$outputId'),
  feeds: path('/nguon-tin'),
  quotaBoard: path('/dinh-muc'),
  quotaList: path('/dinh-muc/danh-muc'),

  classes: path('/lop'),
  schoolClass: path('/lop/$classId'),
  consents: path('/dong-y'),
  withdrawal: path('/dong-y/rut/$withdrawalId'),

  guards: path('/chan-dang'),
  offers: path('/bai-gui-len'),
  outlets: path('/co-quan-bao-chi'),
  placements: path('/bai-da-dang-bao'),

  units: path('/don-vi'),
  unitImport: path('/don-vi/nhap-danh-sach'),
  unit: path('/don-vi/$unitId'),
  unitEdit: path('/don-vi/$unitId/sua'),
  unitNew: path('/don-vi/$unitId/don-vi-moi'),

  reorganise: path('/sap-xep'),
  reorganiseNew: path('/sap-xep/moi'),
  reorganiseTable: path('/sap-xep/theo-bang'),

  people: path('/nguoi-dung'),
  peopleImport: path('/nguoi-dung/nhap-danh-sach'),
  peopleInvite: path('/nguoi-dung/moi'),
  person: path('/nguoi-dung/$personId'),
  invitations: path('/loi-moi'),

  audit: path('/nhat-ky'),
  inbox: path('/thong-bao'),
  account: path('/tai-khoan'),
  sessions: path('/tai-khoan/phien-dang-nhap'),
  keys: path('/tai-khoan/khoa'),
  webhooks: path('/ket-noi'),
  reports: path('/bao-cao'),
  toolkits: path('/bo-tai-lieu'),
  toolkit: path('/bo-tai-lieu/$planId'),

  // Outside the frame: nobody is signed in yet.
  signIn: path('/dang-nhap'),
  // Their one-time secret stands behind '#', so that it reaches no log and no referrer.
  invitation: path('/nhan-loi-moi'),
  forgotPassword: path('/quen-mat-khau'),
  resetPassword: path('/dat-lai-mat-khau'),
  setUp: path('/thiet-lap'),
  gallery: path('/gallery'),
} as const;

/** Addresses that letters and notices of the server use; they lead on to the page, with what stands behind '#'. */
export const aliases: Readonly<Record<string, Path>> = {
  '/inbox': paths.inbox,
  '/account': paths.account,
  '/invitation': paths.invitation,
  '/password': paths.resetPassword,
  '/setup': paths.setUp,
};

/** An address of the app from one the server gave ('/app/ke-hoach/…' or '/inbox'); anything else is no address of ours. */
export function fromServer(link: string | null | undefined): string | undefined {
  if (link === '/app') return '/';
  const inside = link?.startsWith('/app/') ? link.slice(4) : link;
  return inside?.startsWith('/') && !/^\/[/\\]/.test(inside) && !isLight(inside) ? inside : undefined;
}

/** The light answer page stands outside the app, so that a phone need not fetch the app: an ordinary link leads there. */
export const answerAddress = (addresseeId: string, lineId?: string): string =>
  `/tra-loi/${addresseeId}${lineId ? `#${lineId}` : ''}`;

/** Whether an address that the server gave is one of the light page. */
export const isLight = (link: string): boolean => link.startsWith('/tra-loi/');
