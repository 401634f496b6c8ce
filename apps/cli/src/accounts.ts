import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Role } from '@fundguard/domain';

/** A demo account. The passwords are random, and kept in a file of their owner's to be shown again. */
export interface DemoAccount {
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

export function readAccounts(file: string): readonly DemoAccount[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]) : [];
}

export function keepAccounts(file: string, accounts: readonly DemoAccount[]): void {
  writeFileSync(file, JSON.stringify(accounts, undefined, 2), { mode: 0o600 });
}

const ROLES: Readonly<Record<Role, string>> = {
  coordinator: '统筹协调 coordinator',
  leader: '分管领导 leader',
  investigator: '办案人员 investigator',
  legalReviewer: '法制审核 legal reviewer',
  leadHandler: '举报受理 lead handler',
  agencyAuditor: '经办稽核 agency auditor',
  unitContact: '单位联络员 unit contact',
  partnerContact: '协作部门联络员 partner contact',
  auditor: '审计(只读) auditor',
  administrator: '系统管理员 administrator',
};

export const roleName = (role: string): string => (role in ROLES ? ROLES[role as Role] : role);
