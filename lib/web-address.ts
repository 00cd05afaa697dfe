/** Parameters that say how somebody came to a page, not which page it is. */
const tracking =
  /^(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|zarsrc|gidzl|igshid|mibextid|mc_[ce]id|_ga|amp|spm)$/i;
/** Names in front of a host that only say for which device a page is made. */
const device = /^(www\d?|m|mobile|amp|wap)\.(?=[^.]+\.)/;

/**
 * One spelling for all addresses of a page, by which duplicates are known: https, host in small letters without www or a
 * mobile host, no trackers, no AMP, no fragment, no closing slash, parameters in order. Null for what is no web address.
 */
export function urlKey(address: string): string | null {
  const url = webUrl(address);
  if (!url) return null;
  const video = videoId(url);
  if (video) return `https://youtube.com/watch?v=${video}`;
  const path = decoded(url.pathname)
    .replace(/\/amp(?=\/|$)/gi, '')
    .replace(/\/index\.(html?|php)$/i, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '');
  const query = [...url.searchParams]
    .filter(([name]) => !tracking.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
  return `https://${siteHost(url)}${path}${query && `?${query}`}`.normalize('NFC');
}

/** The address as the browser would ask for it; 'https://' is put before one that was typed without. Null where it is none. */
export function webUrl(address: string): URL | null {
  const typed = address.trim();
  if (typed === '' || /\s/.test(typed) || typed.length > 2000) return null;
  const url = URL.parse(
    /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/:]+\.[^/:]+:\d/.test(typed) ? typed : `https://${typed}`,
  );
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  return url.hostname.includes('.') || url.hostname.startsWith('[') || url.hostname === 'localhost' ? url : null;
}

/** The host without the part that names a device: 'm.baolaocai.vn' → 'baolaocai.vn'; a port that is not the usual one stays. */
export function siteHost(url: URL): string {
  return (url.hostname.toLowerCase().replace(device, '') + (url.port ? `:${url.port}` : '')).replace(/\.(?=$|:)/, '');
}

/** The host and the ones above it, nearest first: 'a.b.vn' → ['a.b.vn', 'b.vn']. */
export function hostsAbove(host: string): string[] {
  const parts = host.replace(/:\d+$/, '').split('.');
  return parts.slice(0, -1).map((_, i) => parts.slice(i).join('.'));
}

function videoId(url: URL): string | undefined {
  const host = siteHost(url);
  const id =
    host === 'youtu.be'
      ? url.pathname.slice(1)
      : host === 'youtube.com'
        ? (url.searchParams.get('v') ?? /^\/(?:shorts|live|embed)\/([\w-]+)/.exec(url.pathname)?.[1])
        : undefined;
  return id && /^[\w-]{6,20}$/.test(id) ? id : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
