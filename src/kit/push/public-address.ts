// Which addresses are of the public internet: what a stranger makes the archive speak to must not
// be a machine beside it.
import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

// RFC 6890 and the registries that it began.
const reserved4 = new BlockList();
for (const [address, bits] of [
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
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  reserved4.addSubnet(address, bits, 'ipv4');
}

const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
// Tunnels that lead to an IPv4 address of anybody's choice, tests, documentation.
const reserved6 = new BlockList();
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  reserved6.addSubnet(address, bits, 'ipv6');
}

/** False for private, local and reserved addresses, and for what is no address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !reserved4.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  return global6.check(address, 'ipv6') && !reserved6.check(address, 'ipv6');
}

type Addresses = (
  name: string,
  options: LookupAllOptions,
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Finds a name's addresses for a socket, and none unless every one of them is public. */
export function publicLookup(find: Addresses): LookupFunction {
  return (name, options, found) => {
    find(name, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return found(error, '', 0);
      const [first] = addresses;
      if (first === undefined || !addresses.every((one) => isPublicAddress(one.address))) {
        return found(new Error(`${name} is not of the public internet`), '', 0);
      }
      return options.all === true
        ? found(null, addresses)
        : found(null, first.address, first.family);
    });
  };
}
