import * as z from 'zod';
import { requests, type Reply, type Request } from '../../../preload/contract/requests';
import { requestChannel } from '../../../preload/channels';
import { ExpectedFailure, type Handlers } from './handlers';

/** The little of Electron's `ipcMain` that is needed. */
export interface IpcHost<Call> {
  handle(channel: string, listener: (call: Call, message: unknown) => Promise<unknown>): void;
}

export interface Registration<Call> {
  readonly host: IpcHost<Call>;
  readonly handlers: Handlers;
  /** Whether a call comes from the main frame of our own window and from our own page. */
  readonly isOurs: (call: Call) => boolean;
  readonly log: (line: string) => void;
}

const Message = z.strictObject({ name: z.string().max(80), input: z.unknown() });

/**
 * Answers the page's requests: who asks is checked first, then the name and the input against the contract, and the output too before it
 * leaves. Every refusal is an answer with a reason, and is logged. One channel, so that unknown names are refused as loudly as the rest.
 */
export function registerRequests<Call>({ host, handlers, isOurs, log }: Registration<Call>): void {
  const table = new Map(
    Object.entries(requests).map(([name, shapes]) => [name, { ...shapes, handler: handlers[name as Request] }]),
  );
  const refuse = (reason: 'refused-sender' | 'bad-request' | 'failed', detail: string): Reply<Request> => {
    log(`request refused: ${reason}: ${detail}`);
    return { ok: false, reason, detail };
  };

  host.handle(requestChannel, async (call, message) => {
    if (!isOurs(call)) return refuse('refused-sender', 'not from the page of this program');
    const parsed = Message.safeParse(message);
    const entry = parsed.success ? table.get(parsed.data.name) : undefined;
    if (!parsed.success || entry === undefined)
      return refuse(
        'bad-request',
        parsed.success ? `no such request: ${printable(parsed.data.name)}` : 'not a request',
      );
    const { name, input } = parsed.data;
    const given = entry.input.safeParse(input);
    if (!given.success) return refuse('bad-request', `${name}: ${faultOf(given.error)}`);
    try {
      const handler = entry.handler as (input: unknown) => unknown;
      const output = (entry.output as z.ZodType<unknown>).safeParse(await handler(given.data));
      if (!output.success) return refuse('failed', `${name}: the answer does not fit: ${faultOf(output.error)}`);
      return { ok: true, value: output.data };
    } catch (error) {
      if (error instanceof ExpectedFailure) return refuse('failed', error.reason);
      if (error instanceof Error && error.stack !== undefined) log(error.stack);
      return refuse('failed', `${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

function faultOf(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'malformed' : `${['$', ...issue.path.map(String)].join('.')}: ${issue.message}`;
}

const printable = (name: string): string => name.replace(/[^\w:.-]/g, '?');
