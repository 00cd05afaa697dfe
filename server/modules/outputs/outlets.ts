import { hostsAbove, siteHost } from '#lib/web-address.ts';
import type { Db } from '#platform/tx.ts';
import { findOutlet, isOwnSite } from './outlets.sql.ts';
import type { OutputRow } from './outputs.contract.ts';

type Counts = OutputRow['counts'];
/** Platforms by host: what stands there, whoever put it there. */
const platforms: Record<string, Counts> = {
  'youtube.com': 'video',
  'youtu.be': 'video',
  'tiktok.com': 'video',
  'fb.watch': 'video',
  'facebook.com': 'social-post',
  'fb.com': 'social-post',
  'zalo.me': 'social-post',
  'instagram.com': 'social-post',
};

/** What an item at this address probably counts as, and the outlet where the press owns the host; the person decides. */
export async function hostFacts(
  db: Db,
  unitId: string,
  url: URL,
  day: string,
): Promise<{ counts: Counts; outlet?: string }> {
  const host = siteHost(url);
  const hosts = hostsAbove(host);
  if (await isOwnSite(db, unitId, host)) return { counts: 'unit-article' };
  const platform = hosts.find((h) => Object.hasOwn(platforms, h));
  if (platform) return { counts: platforms[platform]! };
  // Papers, not the sites of authorities below the same name ('moet.gov.vn' is no newspaper).
  const outlet = await findOutlet(db, hosts, day);
  if (outlet) return { counts: outlet.kind === 'newspaper' ? 'newspaper-article' : 'broadcast', outlet: outlet.name };
  return { counts: /\.(edu|gov)\.vn$/.test(host.replace(/:\d+$/, '')) ? 'unit-article' : 'other' };
}
