// Where a request comes from. A forwarding header is believed only from a proxy that the host has
// named, and then the last address that no proxy of ours added is the client's.
import { BlockList, isIP } from 'node:net';

export type Proxies = (address: string) => boolean;

/** Addresses and CIDR ranges, as the setting lists them. */
export function knownProxies(listed: readonly string[]): Proxies {
  const proxies = new BlockList();
  for (const entry of listed) {
    const [address, bits] = entry.split('/') as [string, string | undefined];
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const family = isIP(address);
    return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
}

export function clientAddress(peer: string, forwardedFor: string | null, isProxy: Proxies): string {
  const known = peer.replace(/^::ffff:/, '');
  if (!isProxy(known) || forwardedFor === null) return known;
  const chain = forwardedFor.split(',').map((address) => address.trim());
  for (const address of chain.reverse()) {
    if (isIP(address) === 0) return known;
    if (!isProxy(address)) return address;
  }
  return known;
}
