/** Parameters that say where a reader came from, never which article it is. */
const TrackingParameters = new Set([
  '__twitter_impression',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'amp',
  'amp_js_v',
  'at_campaign',
  'at_custom1',
  'at_custom2',
  'at_custom3',
  'at_custom4',
  'at_link_id',
  'at_link_origin',
  'at_link_type',
  'at_medium',
  'at_ptr_name',
  'cmpid',
  'dclid',
  'fbclid',
  'gbraid',
  'gclid',
  'gclsrc',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
  'icid',
  'igsh',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'ncid',
  'ns_campaign',
  'ns_mchannel',
  'ns_source',
  'outputtype',
  'ref_src',
  'ref_url',
  's_cid',
  'twclid',
  'ttclid',
  'usqp',
  'wbraid',
  'wt_mc',
  'wt_zmc',
  'xtor',
  'yclid',
]); // prettier-ignore
const TrackingPrefix = /^(utm|mtm|pk|piwik|hsa|vero|oly)_/;

/** Values with which these two parameters ask for a variant; with any other value they may name the article. */
const VariantValues = new Map([
  ['amp', /^(1|true|)$/i],
  ['outputtype', /^amp$/i],
]);

const VariantHost = /^(www|m|mobile|amp)\./;

/**
 * PM-08: brings the addresses under which one article is reached into one form, `host/path?parameters`.
 * Scheme, `www.`, trailing slash, fragment and tracking parameters go; AMP and mobile variants are folded;
 * whatever may tell two articles apart stays. Returns null for what is no web address.
 */
export function normaliseUrl(address: string): string | null {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  const original = originalOfAmpCache(url);
  if (original) return normaliseUrl(original);
  return `${hostOf(url)}${pathOf(url)}${queryOf(url)}${routeInFragment(url)}`;
}

/** The publisher's domain of an address: its host without the prefixes of variants. */
export function publisherDomain(address: string): string | null {
  const url = URL.parse(address.trim());
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? bareHost(url.hostname) : null;
}

function hostOf(url: URL): string {
  return url.port === '' ? bareHost(url.hostname) : `${bareHost(url.hostname)}:${url.port}`;
}

function bareHost(hostname: string): string {
  const host = hostname.replace(/\.$/, '');
  const bare = host.replace(VariantHost, '');
  return bare.includes('.') ? bare : host;
}

function pathOf(url: URL): string {
  const path = evenlyEncoded(url.pathname)
    .replace(/\/+$/, '')
    .replace(/(?<=[^/])\/amp$/i, '')
    .replace(/^\/amp(?=\/.)/i, '')
    .replace(/\.amp(?=(\.html?)?$)/i, '');
  return path.replace(/\/+$/, '');
}

/** `%7E` and `~` are the same path; letters that must stay encoded stay so, in one spelling. */
function evenlyEncoded(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : encoded.toUpperCase();
  });
}

function queryOf(url: URL): string {
  const kept = [...url.searchParams]
    .filter(([name, value]) => !isTracking(name.toLowerCase(), value))
    .sort(([first], [second]) => (first < second ? -1 : first > second ? 1 : 0));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

function isTracking(name: string, value: string): boolean {
  const variant = VariantValues.get(name);
  return variant ? variant.test(value) : TrackingParameters.has(name) || TrackingPrefix.test(name);
}

/** A fragment is a place on a page, except on sites that route by it. */
function routeInFragment(url: URL): string {
  return /^#!?\/./.test(url.hash) ? url.hash : '';
}

/** The publisher's address inside an address of Google's AMP viewer or of the AMP cache. */
function originalOfAmpCache(url: URL): string | null {
  const viewer = /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname) && /^\/amp\/(s\/)?(.+)/.exec(url.pathname);
  const cache = url.hostname.endsWith('.cdn.ampproject.org') && /^\/[a-z]+\/(s\/)?(.+)/.exec(url.pathname);
  const found = viewer || cache;
  return found ? `${found[1] ? 'https' : 'http'}://${found[2]}${url.search}` : null;
}
