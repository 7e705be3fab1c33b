import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nssCertificates } from '../../../src/main/platform/browsers/nss-certificates';
import { readNssStores } from '../../../src/main/platform/browsers/read-nss-stores';
import { sqliteTable } from '../../../src/main/platform/browsers/sqlite-table';
import { tempTree } from './temp-tree';

/** Made with `certutil -A`: three roots, one of them too long for one page, one person's certificate, and a root taken out again. */
const database = readFileSync(new URL('fixtures/cert9.db', import.meta.url));

describe('certificates in an NSS database', () => {
  it('are its authorities, whole even where they go over several pages', () => {
    const found = nssCertificates(database, 'NSS here').map(({ subject, selfSigned, store }) => ({
      subject,
      selfSigned,
      store,
    }));

    expect(found).toEqual(
      expect.arrayContaining([
        {
          subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
          selfSigned: true,
          store: 'NSS here',
        },
        { subject: 'CN=Ordinary Root', selfSigned: true, store: 'NSS here' },
        { subject: 'CN=Long Ordinary Root', selfSigned: true, store: 'NSS here' },
      ]),
    );
    expect(found).toHaveLength(3);
  });

  it('carry their own sum and the day they end', () => {
    const ordinary = nssCertificates(database, '').find(({ subject }) => subject === 'CN=Ordinary Root');

    expect(ordinary).toMatchObject({
      thumbprint: 'c798270475d582249779d22c68c7991eac5e0d9817831b0279b435ef2c969fa2',
      expiresOn: '2046-11-20T15:58:56.000Z',
    });
  });

  it('are found in Firefox’s profiles and in NSS’ own folders of every home', async () => {
    const { root } = tempTree({
      '/home/ana/.mozilla/firefox/x.default/cert9.db': database,
      '/home/ana/.pki/nssdb/cert9.db': database,
      '/home/ana/.local/share/pki/nssdb/cert9.db': 'no database',
      '/home/ana/.mozilla/firefox/y.linked/cert9.db': { link: '/etc/passwd' },
    });

    const found = await readNssStores({ platform: 'linux', root, homes: [{ name: 'ana', folder: '/home/ana' }] });

    expect(new Set(found.map(({ store }) => store))).toEqual(
      new Set(['Firefox ana/x.default', 'NSS /home/ana/.pki/nssdb']),
    );
  });

  it('are read on the other systems from Firefox alone', async () => {
    const { root } = tempTree({
      '/Users/ana/Library/Application Support/Firefox/Profiles/x.default/cert9.db': database,
      '/Users/ana/.pki/nssdb/cert9.db': database,
    });

    const found = await readNssStores({ platform: 'macos', root, homes: [{ name: 'ana', folder: '/Users/ana' }] });

    expect(new Set(found.map(({ store }) => store))).toEqual(new Set(['Firefox ana/x.default']));
  });
});

describe('a SQLite file', () => {
  it('gives the rows of a table by name, and none of a table it does not have', () => {
    expect(sqliteTable(database, 'nssPublic')).toHaveLength(7);
    expect(sqliteTable(database, 'nowhere')).toEqual([]);
    expect(sqliteTable(Buffer.from('no database'), 'nssPublic')).toEqual([]);
  });

  it('may be damaged anywhere or cut off without an exception, and without taking long', () => {
    const change = fc.tuple(fc.nat(database.length - 1), fc.integer({ min: 0, max: 255 }));

    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.nat(database.length), (changes, length) => {
        const damaged = Buffer.from(database);
        for (const [at, byte] of changes) damaged[at] = byte;
        const rows = sqliteTable(damaged.subarray(0, length), 'nssPublic');
        const bytes = rows
          .flat()
          .reduce<number>((sum, column) => sum + (Buffer.isBuffer(column) ? column.length : 0), 0);
        expect(bytes).toBeLessThanOrEqual(database.length * 2);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('may lead in circles', () => {
    const circular = Buffer.from(database);
    const pageSize = circular.readUInt16BE(16);
    for (let page = 1; page * pageSize < circular.length; page++) {
      circular[page * pageSize] = 0x05;
      circular.writeUInt32BE(page + 1, page * pageSize + 8);
    }

    expect(sqliteTable(circular, 'nssPublic')).toEqual([]);
  });
});
