/** Why something that was left behind is told and not moved aside. Each has words in `assets/messages` under `residue-reasons`. */
export const residueReasons = [
  /** Drivers, filters and network components: taken out by hand they can leave a computer without keyboard or network (G19, G22, G59). */
  'only-the-vendor',
  /** The package manager still knows it and can finish the removal itself. */
  'package-manager',
  /** Licences, keys, quarantined files, reports: they were the person's while the product was there, and still are. */
  'belongs-to-the-person',
  /** Something else of the product says that it is still there. */
  'product-still-there',
  /** An ordinary user or program could have put it there. */
  'anybody-could-have-put-it-there',
  'something-speaks-against-it',
  /** The driver of the product's encryption is there: nothing is touched before somebody says that nothing is encrypted (K6, K9). */
  'may-be-encrypted',
  /** The product could be put anywhere, and this is not one of the vendor's own places. */
  'outside-the-vendors-places',
  /** Only one witness says whose it is. */
  'one-proof-only',
  /** It is not established that the vendor leaves such a thing. */
  'not-established',
  /** It cannot be moved aside so that it could be put back exactly. */
  'no-way-back',
] as const;
export type ResidueReason = (typeof residueReasons)[number];
