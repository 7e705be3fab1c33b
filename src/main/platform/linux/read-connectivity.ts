import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { Connectivity } from '../../core/machine/condition-shapes';
import { entriesOf, textOf } from './find-units';
import type { LinuxTools } from './linux-tools';
import { addressesOf, waysOut, routesFrom, type Route } from './network-tables';

/**
 * Whether this computer reaches its own network, by the kernel's tables and the resolver's file. Nothing is sent. A bridge that programs
 * of this computer share counts as a network: it looks like any other.
 */
export function readConnectivity(tools: LinuxTools): Answer<Connectivity> {
  const text = (path: string): string => textOf(tools, path) ?? '';
  if (textOf(tools, '/proc/net/route') === null && textOf(tools, '/proc/net/if_inet6') === null)
    return unanswered('absent', 'the kernel shows no network tables');
  const up = new Set(entriesOf(tools, devices).flatMap(({ name }) => (isUp(tools, name) ? name : [])));
  const throughUp = ({ device }: { readonly device: string }): boolean => up.has(device);
  const routes = routesFrom(text('/proc/net/route'));
  const addresses = addressesOf(text('/proc/net/fib_trie'));
  const onlyUp = routes.filter(throughUp);
  return ok({
    addressed:
      addresses.some((address) => isOn(address, routes, onlyUp)) ||
      globalSix(text('/proc/net/if_inet6')).some(throughUp),
    gateway: onlyUp.some(({ mask }) => mask === 0) || waysOut(text('/proc/net/ipv6_route')).some(throughUp),
    nameServers: hasNameServer(text('/etc/resolv.conf'), text('/run/systemd/resolve/resolv.conf')),
  });
}

/** An address belongs to the device its own network is reached through; one without a network (`/32`) to whatever leads outward. */
function isOn(address: number, routes: readonly Route[], onlyUp: readonly Route[]): boolean {
  const near = ({ mask, network }: Route): boolean => mask !== 0 && (address & mask) >>> 0 === network;
  return routes.some(near) ? onlyUp.some(near) : onlyUp.some(({ mask }) => mask === 0);
}

/** `unknown` is what tunnels and many virtual devices say while they work. The loopback device says it too. */
function isUp(tools: LinuxTools, name: string): boolean {
  const says = (what: string): string => textOf(tools, `${devices}/${name}/${what}`)?.trim() ?? '';
  const flags = Number(says('flags'));
  return (flags & flagUp) !== 0 && (flags & flagLoopback) === 0 && /^(up|unknown)$/.test(says('operstate'));
}

/** Lines such as `fd…02 04 40 00 82     eth0`: address, device number, prefix, scope (`00` is global), flags, device. */
const globalSix = (table: string): readonly { readonly device: string }[] =>
  [...table.matchAll(/^[0-9a-f]{32} [0-9a-f]+ [0-9a-f]{2} 00 [0-9a-f]{2} +(\S+)$/gm)].map(([, device = '']) => ({
    device,
  }));

/** Where systemd answers for others on this computer, its own file names those it asks. */
function hasNameServer(resolver: string, behindSystemd: string): boolean {
  const servers = serversIn(resolver);
  const isSystemd = (server: string): boolean => server === '127.0.0.53' || server === '127.0.0.54';
  return servers.some((server) => !isSystemd(server)) || (servers.length > 0 && serversIn(behindSystemd).length > 0);
}

const serversIn = (text: string): readonly string[] =>
  [...text.matchAll(/^\s*nameserver\s+(\S+)/gm)].map(([, server = '']) => server);

const devices = '/sys/class/net';
/** IFF_UP and IFF_LOOPBACK of `linux/if.h`. */
const flagUp = 0x1;
const flagLoopback = 0x8;
