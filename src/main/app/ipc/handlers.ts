import type * as z from 'zod';
import type { Request, RequestOutput, requests } from '../../../preload/contract/requests';

/** What a handler is given: the input after its schema has been applied. */
export type HandlerInput<R extends Request> = z.output<(typeof requests)[R]['input']>;

/** One function per request of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [R in Request]: (input: HandlerInput<R>) => RequestOutput<R> | Promise<RequestOutput<R>>;
};

/** A failure that can be expected: its reason is all the page is told. */
export class ExpectedFailure extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}
