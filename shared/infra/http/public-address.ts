import { BlockList, isIP } from 'node:net';

/** The special-purpose registries of IANA: nothing of it is a publisher on the public internet. */
const ReservedNetworks4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]; // prettier-ignore
const ReservedNetworks6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const reserved = new BlockList();
for (const [network, bits] of ReservedNetworks4) reserved.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of ReservedNetworks6) reserved.addSubnet(network, bits, 'ipv6');

const globalUnicast6 = new BlockList();
globalUnicast6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an IP address is one of the public internet. Of IPv6 only global unicast is, without the ranges that
 * lead into IPv4 networks (mapped, translated, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !reserved.check(address, 'ipv4');
  if (version !== 6 || address.includes('%')) return false;
  return globalUnicast6.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
}
