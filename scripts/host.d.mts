export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}
export interface NamedProcess {
  readonly name: string;
  readonly pid: number;
  readonly birth: string;
}
export interface Run {
  readonly url: string | undefined;
  readonly supervisor: NamedProcess | undefined;
  readonly children: readonly NamedProcess[];
}
export const CHECKOUT: string;
export const CACHE: string;
export function isRoot(): boolean;
export function hasName(): boolean;
export function unprivilegedAccount(): Account | undefined;
export function isPortFree(port: number, host?: string): Promise<boolean>;
export function freePort(wanted?: number): Promise<number>;
export function birthOf(pid: number): string | undefined;
export function readRun(dataDir: string): Run;
