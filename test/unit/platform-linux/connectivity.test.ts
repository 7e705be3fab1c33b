import { describe, expect, it } from 'vitest';
import { fakeRoot, type FakeFile } from './fake-root';

const device = (name: string, operstate: string, flags = '0x1003'): Record<string, FakeFile> => ({
  [`/sys/class/net/${name}/operstate`]: `${operstate}\n`,
  [`/sys/class/net/${name}/flags`]: `${flags}\n`,
});
const head = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n';
const own = (iface: string): string => `${iface}\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n`;
const out = (iface: string): string => `${iface}\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n`;
const trie = (...addresses: readonly string[]): string =>
  addresses.map((address) => `           |-- ${address}\n              /32 host LOCAL\n`).join('');
const zeros = '0'.repeat(32);
const six = (flags: string, name: string): string =>
  `${zeros} 00 ${zeros} 00 ${zeros} 00000400 00000003 00000000 ${flags} ${name.padStart(8)}\n`;

const wired: Record<string, FakeFile> = {
  ...device('eth0', 'up'),
  ...device('lo', 'unknown', '0x9'),
  '/proc/net/route': head + out('eth0') + own('eth0'),
  '/proc/net/fib_trie': trie('127.0.0.1', '192.0.2.7'),
  '/proc/net/if_inet6': '',
  '/proc/net/ipv6_route': six('00200200', 'lo'),
  '/etc/resolv.conf': '# by hand\nnameserver 192.0.2.53\n',
};

async function connectivity(files: Record<string, FakeFile>) {
  return fakeRoot(files).reader.ask('connectivity', {}, 1000);
}
const nothing = { addressed: false, gateway: false, nameServers: false };

describe('whether the own network can be reached', () => {
  it('is told by an address, a way out and a name server, each on its own', async () => {
    expect(await connectivity(wired)).toEqual({
      status: 'ok',
      value: { addressed: true, gateway: true, nameServers: true },
    });
    expect(await connectivity({ ...wired, '/proc/net/route': head + own('eth0') })).toMatchObject({
      value: { addressed: true, gateway: false },
    });
    expect(await connectivity({ ...wired, '/etc/resolv.conf': 'search example.org\n' })).toMatchObject({
      value: { nameServers: false },
    });
  });

  it('is not, when the device is down, though its address and its ways still stand in the tables', async () => {
    const pulled = { ...wired, ...device('eth0', 'down'), ...device('docker0', 'up') };

    expect(await connectivity(pulled)).toMatchObject({ value: { addressed: false, gateway: false } });
    expect(await connectivity({ ...wired, ...device('eth0', 'up', '0x1002') })).toMatchObject({
      value: { addressed: false },
    });
  });

  it('is not by addresses for this computer alone, or those it gave itself', async () => {
    const alone = { ...wired, '/proc/net/fib_trie': trie('127.0.0.1', '127.0.1.1', '169.254.7.7') };

    expect(await connectivity(alone)).toMatchObject({ value: { addressed: false } });
  });

  it('also with an address that has no network of its own, as clouds give them', async () => {
    const cloud = { ...wired, '/proc/net/route': head + out('eth0'), '/proc/net/fib_trie': trie('203.0.113.9') };

    expect(await connectivity(cloud)).toMatchObject({ value: { addressed: true, gateway: true } });
  });

  it('also over IPv6 alone, but not by an address of the link, or a way that is closed', async () => {
    const onlySix = {
      ...device('eth0', 'up'),
      '/proc/net/route': head,
      '/proc/net/if_inet6': 'fd000000000000000000000000000002 04 40 00 82     eth0\n',
      '/proc/net/ipv6_route': six('00000003', 'eth0'),
      '/etc/resolv.conf': 'nameserver fd00::53\n',
    };

    expect(await connectivity(onlySix)).toMatchObject({ value: { addressed: true, gateway: true, nameServers: true } });
    expect(
      await connectivity({
        ...onlySix,
        '/proc/net/if_inet6': 'fe8000000000000000fc00fffe000001 04 40 20 80     eth0\n',
        '/proc/net/ipv6_route': six('00200200', 'eth0'),
        '/etc/resolv.conf': '',
      }),
    ).toMatchObject({ value: nothing });
  });

  it('asks behind the resolver of systemd', async () => {
    const stub = { ...wired, '/etc/resolv.conf': 'nameserver 127.0.0.53\noptions edns0\n' };

    expect(await connectivity(stub)).toMatchObject({ value: { nameServers: false } });
    expect(
      await connectivity({ ...stub, '/run/systemd/resolve/resolv.conf': 'nameserver 192.0.2.53\n' }),
    ).toMatchObject({ value: { nameServers: true } });
    expect(await connectivity({ ...wired, '/etc/resolv.conf': 'nameserver 127.0.0.1\n' })).toMatchObject({
      value: { nameServers: true },
    });
  });

  it('is not known where the kernel shows no tables', async () => {
    expect(await connectivity({ '/etc/resolv.conf': 'nameserver 192.0.2.53\n' })).toMatchObject({ status: 'absent' });
  });
});
