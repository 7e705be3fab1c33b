/** A way the kernel knows for IPv4. `network` and `mask` are 32-bit numbers; a mask of 0 is the way out of the own network. */
export interface Route {
  readonly device: string;
  readonly network: number;
  readonly mask: number;
}

/**
 * `/proc/net/route`: device, network, gateway, flags, three counters, mask. The numbers are written as they lie in memory, last byte first on every
 * processor we run on. Ways that are closed (`!`) are left out.
 */
export function routesFrom(table: string): readonly Route[] {
  return table.split('\n').flatMap((line) => {
    const [device = '', network = '', , flags = '', , , , mask = ''] = line.trim().split(/\s+/);
    if (!/^[0-9A-F]{8}$/.test(network) || !/^[0-9A-F]{8}$/.test(mask)) return [];
    const bits = Number.parseInt(flags, 16);
    return (bits & routeUp) !== 0 && (bits & routeReject) === 0
      ? [{ device, network: fromMemory(network), mask: fromMemory(mask) }]
      : [];
  });
}

/** Own IPv4 addresses in `/proc/net/fib_trie`, without those for this computer alone (127…) and those it gave itself because nobody answered (169.254…). */
export function addressesOf(trie: string): readonly number[] {
  const found = [...trie.matchAll(/\|-- (\d+)\.(\d+)\.(\d+)\.(\d+)\n\s+\/32 host LOCAL/g)].map((parts) =>
    parts.slice(1, 5).map(Number),
  );
  return found
    .filter(([a, b]) => a !== 127 && !(a === 169 && b === 254))
    .map(([a = 0, b = 0, c = 0, d = 0]) => ((a << 24) | (b << 16) | (c << 8) | d) >>> 0);
}

/** The ways out in `/proc/net/ipv6_route`, where closed ways stand beside the open ones. */
export const waysOut = (table: string): readonly { readonly device: string }[] =>
  [...table.matchAll(/^0{32} 00 0{32} 00 [0-9a-f]{32} [0-9a-f]{8} [0-9a-f]{8} [0-9a-f]{8} ([0-9a-f]{8}) +(\S+)$/gm)]
    .filter(([, flags = '']) => {
      const bits = Number.parseInt(flags, 16);
      return (bits & routeUp) !== 0 && (bits & routeReject) === 0;
    })
    .map(([, , device = '']) => ({ device }));

const fromMemory = (hex: string): number => Buffer.from(hex, 'hex').readUInt32LE(0);

/** RTF_UP and RTF_REJECT of `linux/route.h`. */
const routeUp = 0x1;
const routeReject = 0x200;
