import { expect, it } from 'vitest';
import { vendorVersion } from '../../../../src/main/core/probing/vendor-version';

it.each([
  ['12.2.0-2412', '12.2.0.2412'],
  ['10.1.1-6421', '10.1.1.6421'],
  ['15.1.0-20748', '15.1.0.20748'],
  // Not of the vendor's form: an epoch, a distribution's revision, fewer or more numbers.
  ['1:12.2.0-2412', '1:12.2.0-2412'],
  ['12.2.0-2412+deb12u1', '12.2.0-2412+deb12u1'],
  ['12.2-2412', '12.2-2412'],
  ['12.2.0.2412-1', '12.2.0.2412-1'],
  ['3.3.0', '3.3.0'],
  ['', ''],
])('a package of version %s is the product of version %s', (packaged, shown) => {
  expect(vendorVersion(packaged)).toBe(shown);
});
