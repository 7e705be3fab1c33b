import { registryText, type RegistryFixture } from '../registry-text';

/** What `personalRoot` looks like to Windows. */
export const personalRootCertificate = {
  subject: 'O=AO Kaspersky Lab, CN=Kaspersky Anti-Virus Personal Root Certificate',
  selfSigned: true,
  thumbprint: 'bd10d13c3360fcf5c595d80710fe1c30d7b08316',
  expiresOn: '2036-11-21T00:14:54.000Z',
} as const;

/**
 * A root certificate with the name that the consumer products give theirs (G37, seen 2026-11-23), in the store where they put it.
 * Made for the laboratory; its key was never kept. The registry form is a list of properties, of which number 32 is the certificate.
 */
export const personalRoot: RegistryFixture = {
  title: 'personal root certificate',
  reg: registryText([
    {
      key: `HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\ROOT\\Certificates\\${personalRootCertificate.thumbprint.toUpperCase()}`,
      values: { Blob: { binary: propertyList(certificate()) } },
    },
  ]),
  files: [],
};

function propertyList(encoded: Buffer): string {
  const head = Buffer.alloc(12);
  [32, 1, encoded.length].forEach((number, index) => head.writeUInt32LE(number, index * 4));
  return Buffer.concat([head, encoded]).toString('hex');
}

function certificate(): Buffer {
  return Buffer.from(
    [
      'MIIB/DCCAaOgAwIBAgIUY+yCWB7u528CD6hh4xOEKUW0mKUwCgYIKoZIzj0EAwIwVDEZMBcGA1UECgwQQU8gS2FzcGVyc2t5IExh',
      'YjE3MDUGA1UEAwwuS2FzcGVyc2t5IEFudGktVmlydXMgUGVyc29uYWwgUm9vdCBDZXJ0aWZpY2F0ZTAeFw0yNjExMjQwMDE0NTRa',
      'Fw0zNjExMjEwMDE0NTRaMFQxGTAXBgNVBAoMEEFPIEthc3BlcnNreSBMYWIxNzA1BgNVBAMMLkthc3BlcnNreSBBbnRpLVZpcnVz',
      'IFBlcnNvbmFsIFJvb3QgQ2VydGlmaWNhdGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT3Gy3NbR+6NKX0c5htMDMxmk21iHy8',
      'Wy5jwplGtFnxAZ4QvmqoQ584qEXUOUMrFqtrcdy9koGtLmScWLQQ0lGdo1MwUTAdBgNVHQ4EFgQUGYJCiUythLumEZr3HkWmu9k0',
      'skEwHwYDVR0jBBgwFoAUGYJCiUythLumEZr3HkWmu9k0skEwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBaOGyt',
      'WviOWKEInLn6upUs8I9j2vUhn8SG1tQn00A57gIgbLS3gGbRMZKpRmoM43j5wrGhNkE1t1sWSQq+j8V1l8k=',
    ].join(''),
    'base64',
  );
}
