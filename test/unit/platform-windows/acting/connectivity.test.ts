import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adaptersIn, type NetworkAdapter } from '../../../../src/main/platform/windows/native/adapters';
import { nameIn } from '../../../../src/main/platform/windows/native/loaded-filters';
import { connectivityOf } from '../../../../src/main/platform/windows/read-connectivity';

const adapter = (more: Partial<NetworkAdapter>): NetworkAdapter => ({
  loopback: false,
  addresses: [],
  gateways: [],
  nameServers: [],
  ...more,
});

describe('connectivityOf', () => {
  test('is whole with an address, a way out and a name server', () => {
    expect(
      connectivityOf([adapter({ addresses: ['192.0.2.7'], gateways: ['192.0.2.1'], nameServers: ['192.0.2.53'] })]),
    ).toEqual({ addressed: true, gateway: true, nameServers: true });
  });

  test('does not count what a computer gives itself when nobody answers, nor what leads only to itself', () => {
    const given = ['127.0.0.1', '169.254.10.20', 'fe80:0:0:0:1:2:3:4', '0:0:0:0:0:0:0:1', '0.0.0.0'];

    expect(
      connectivityOf([
        adapter({ addresses: given, nameServers: ['fec0:0:0:ffff:0:0:0:1'] }),
        adapter({ loopback: true, addresses: ['192.0.2.7'], gateways: ['192.0.2.1'], nameServers: ['192.0.2.53'] }),
      ]),
    ).toEqual({ addressed: false, gateway: false, nameServers: false });
  });
});

describe('adaptersIn', () => {
  const base = 0x10_0000n;

  /** Two adapters, the second one down; the first with an address of each family, a gateway and a chain that leads nowhere. */
  function table(): Buffer {
    const bytes = Buffer.alloc(2048);
    const pointer = (at: number, to: number) => bytes.writeBigUInt64LE(base + BigInt(to), at);
    const entry = (at: number, next: number | null, socket: number) => {
      if (next !== null) pointer(at + 8, next);
      pointer(at + 16, socket);
    };
    const first = { adapter: 0, second: 400 };
    pointer(first.adapter + 8, first.second);
    bytes.writeUInt32LE(6, 100);
    bytes.writeUInt32LE(1, 104);
    bytes.writeUInt32LE(6, first.second + 100);
    bytes.writeUInt32LE(2, first.second + 104);
    pointer(24, 800);
    entry(800, 900, 1000);
    entry(900, null, 1100);
    pointer(208, 1200);
    entry(1200, null, 1000);
    bytes.writeBigUInt64LE(0xffff_ffff_0000n, 48);
    bytes.writeUInt16LE(2, 1000);
    Buffer.from([192, 0, 2, 7]).copy(bytes, 1004);
    bytes.writeUInt16LE(23, 1100);
    bytes.writeUInt16BE(0x2001, 1108);
    bytes.writeUInt16BE(0xdb8, 1110);
    return bytes;
  }

  test('reads those that are up, with addresses of both families', () => {
    expect(adaptersIn(table(), base)).toEqual([
      {
        loopback: false,
        addresses: ['192.0.2.7', '2001:db8:0:0:0:0:0:0'],
        gateways: ['192.0.2.7'],
        nameServers: [],
      },
    ]);
  });

  test('never follows a pointer out of the buffer, nor a chain in a circle for ever', () => {
    const bytes = table();
    bytes.writeBigUInt64LE(base, 400 + 8);

    expect(adaptersIn(bytes, base).length).toBeLessThanOrEqual(10_000);
    expect(adaptersIn(bytes.subarray(0, 120), base)).toEqual([]);
  });
});

describe('adaptersIn, given anything at all', () => {
  test('gives addresses or nothing, never an exception', () => {
    const base = 0x10_0000n;
    /** Mostly noise, with some pointers that do lead into the buffer. */
    const table = fc
      .tuple(
        fc.uint8Array({ minLength: 8, maxLength: 600 }),
        fc.array(fc.tuple(fc.nat(590), fc.nat(600)), { maxLength: 12 }),
      )
      .map(([noise, pointers]) => {
        const bytes = Buffer.from(noise);
        for (const [at, to] of pointers) if (at + 8 <= bytes.length) bytes.writeBigUInt64LE(base + BigInt(to), at);
        return bytes;
      });

    fc.assert(
      fc.property(table, (bytes) => {
        for (const { addresses, gateways, nameServers } of adaptersIn(bytes, base))
          for (const address of [...addresses, ...gateways, ...nameServers]) expect(address).toMatch(/^[0-9a-f.:]+$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('nameIn', () => {
  test('reads a filter’s name, and none from a record that says more than it holds', () => {
    const bytes = Buffer.alloc(40);
    bytes.writeUInt16LE(10, 12);
    bytes.write('luafv', 14, 'utf16le');

    expect(nameIn(bytes)).toBe('luafv');
    bytes.writeUInt16LE(4000, 12);
    expect(nameIn(bytes)).toBeNull();
  });
});
