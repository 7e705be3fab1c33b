export type Restarting = {
    readonly ok: true;
} | {
    readonly ok: false;
    readonly detail: string;
};
/** Asks the system to restart this computer in its own way: programs are told to close, and services end in order. */
export declare function restartComputer(platform?: NodeJS.Platform): Promise<Restarting>;
