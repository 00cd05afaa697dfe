import { live, type Route, read, write } from '#platform/route.ts';
import * as contract from './notices.contract.ts';
import { countUnread, inboxEvents, listInbox, readAllNotices, readNotice } from './notices.ts';

export const noticeRoutes: Route[] = [
  read(contract.listInbox, listInbox),
  read(contract.countUnread, countUnread),
  write(contract.readAllNotices, readAllNotices),
  write(contract.readNotice, readNotice),
  live(contract.inboxEvents, inboxEvents),
];
