import type { Handlers } from '../../../src/main/app/ipc/handlers';
import { requests, type Request } from '../../../src/preload/contract/requests';

/** Handlers of which only the named ones may be called; any other call is a fault of the test's subject. */
export function handlersWith(given: Partial<Handlers>): Handlers {
  const refusing = Object.fromEntries(
    (Object.keys(requests) as Request[]).map((name) => [
      name,
      () => {
        throw new Error(`${name} was not expected`);
      },
    ]),
  );
  return { ...refusing, ...given } as Handlers;
}
