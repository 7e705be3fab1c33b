import { once } from 'node:events';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { bundle } from '../../../support/command-line';
import { bundleForWindows } from '../bundle-for-windows';
import { registryText, type RegistryEntry } from '../registry-text';
import { WineLab } from '../wine-lab';
import { buildStandIn } from './build-stand-in';
import type { Order, Reply, Scanned } from './orders';
import type { Planting } from './planting';

/** A Windows with an agent inside that plants, scans and takes away, over one connection on this computer's own loopback. */
export class ReplantedLab {
  readonly #lab = new WineLab('replant');
  #agent: Agent | null = null;
  #bundled: Awaited<ReturnType<typeof bundleForWindows>> | null = null;

  async fresh(): Promise<void> {
    this.#bundled = await bundleForWindows(path.join(import.meta.dirname, 'inside/agent.ts'));
    await this.#lab.fresh();
    await cp(bundle, this.#lab.hostPath('C:\\offramp-lab\\offramp.cjs'));
    await cp(path.join(import.meta.dirname, 'inside/owners.cjs'), this.#lab.hostPath('C:\\offramp-lab\\owners.cjs'));
    await writeFile(this.#lab.hostPath('C:\\offramp-lab\\stand-in.exe'), await buildStandIn());
    // Some recorded programs lie on a second drive: a folder of this laboratory, as the others are.
    await mkdir(path.join(this.#lab.folder, 'd'));
    await symlink('../../d', path.join(this.#lab.folder, 'prefix/dosdevices/d:'));
    // Wine's own person is none of the recorded ones.
    await this.#lab.importReg(`[${profiles}\\S-1-5-21-0-0-0-1000]\n"ProfileImagePath"=""`);
  }

  /** The Windows itself, to run programs in. */
  get windows(): WineLab {
    return this.#lab;
  }

  async plant(planting: Planting): Promise<void> {
    await this.#ask({ do: 'plant', planting });
  }

  async takeAway(): Promise<void> {
    await this.#ask({ do: 'take-away' });
  }

  async scan(planting: Planting): Promise<Scanned> {
    const words = ['scan', '--json', '--now', '2026-11-23T12:00:00Z'];
    return (await this.#ask({ do: 'scan', words, ownedBySystem: planting.ownedBySystem })) as Scanned;
  }

  /** Whatever happens, all of it is taken away again. */
  async plantAndScan(planting: Planting): Promise<Scanned> {
    try {
      await this.plant(planting);
      return await this.scan(planting);
    } finally {
      await this.takeAway();
    }
  }

  async footprint(): Promise<Readonly<Record<string, string>>> {
    return (await this.#ask({ do: 'footprint' })) as Readonly<Record<string, string>>;
  }

  /** Becomes the Windows that a recording says. A program learns its version once, so the agent starts anew: take away first what is planted. */
  async become(version: readonly RegistryEntry[]): Promise<void> {
    await this.#endAgent();
    await this.#lab.importReg(registryText(version));
  }

  /** Ends the agent with its Windows, whatever it is doing. */
  async dispose(): Promise<void> {
    const ended = this.#endAgent().catch(() => {});
    await this.#lab.dispose();
    await ended;
    await this.#bundled?.remove();
  }

  async #endAgent(): Promise<void> {
    await this.#agent?.end();
    this.#agent = null;
  }

  async #ask(order: Order): Promise<unknown> {
    this.#agent ??= await startAgent(this.#lab, this.#bundled?.file ?? '');
    const reply = await this.#agent.ask(order);
    if (!reply.ok) throw new Error(`inside Windows, ${order.do}: ${reply.fault}`);
    return reply.value;
  }
}

interface Agent {
  ask(order: Order): Promise<Reply>;
  end(): Promise<void>;
}

async function startAgent(lab: WineLab, file: string): Promise<Agent> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ended = lab.runNode(file, [String(port)], { timeoutMs: 600_000 });
  const early = ended.then((run) => Promise.reject(new Error(`the agent ended early: ${JSON.stringify(run)}`)));
  const [socket] = (await Promise.race([once(server, 'connection'), early])) as [Socket];
  early.catch(() => {});
  server.close();
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  return {
    ask: async (order) => {
      socket.write(`${JSON.stringify(order)}\n`);
      const next = await Promise.race([replies.next(), early]);
      if (next.done === true) throw new Error('the agent hung up');
      return JSON.parse(next.value) as Reply;
    },
    end: async () => {
      socket.end();
      await ended;
    },
  };
}

const profiles = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';
