/**
 * Drivers are services to Windows, and taken out by hand they can cost the keyboard or the network. A driver has no address, so this only
 * guards against data that calls one a service. Names: G16, G17, G19, G22 to G26, seen 2026-11-23; a longer name that begins with one of them, as
 * `klif` does with its version since 21.24, counts too. Refusing one name too many moves nothing.
 */
export const isDriver = (service: string): boolean => drivers.test(service);

const drivers =
  /^(kl(1|2|ark|backup|bg|boot|disk|elam|fdefsf|flt|gse|hk|if|ids|im\d|kbdflt|mark|mouflt|pd|pnpflt|psm|tap|tdi|upd_|wfp|wtp)|kneps|kimul|cm_km|kavbootc|k4w-|kes-\d)/i;
