import {
  RULE_ACTS,
  type RuleActName,
  type RuleOutcome,
  type StandingRule,
  draftRule,
  replacedBy,
  type rulePayload,
} from '@fundguard/domain';
import { type Tx, addRule, lockRule, saveRule } from '@fundguard/persistence';
import type { z } from 'zod';
import { type ByPerson, actBeside, lockBeside, lockForNew } from '../campaign/beside.js';
import { type Answer, notFound } from '../command.js';
import type { Platform } from '../platform.js';

/** 拟订长效制度: the command's id becomes the rule's. A campaign leaves rules also after it was closed. */
export const writeRule = (
  platform: Platform,
  payload: z.output<typeof rulePayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'draftRule', id: command.id, payload, region: command.actor.region, afterClosing: true },
    lock: (tx) => lockForNew(tx, command, payload.campaign),
    async work({ tx, file, context }) {
      const { rule, outcome } = draftRule(command.id, payload, file.state.region, context);
      if (rule.replaces) requireThere(await lockRule(tx, rule.replaces));
      await addRule(tx, rule, context.now);
      return told(rule, outcome);
    },
  });

/** One act on a standing rule, and its entry on the record of the campaign it came from. */
export const actOnRule = (
  platform: Platform,
  id: string,
  name: RuleActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: name, id, payload, region: command.actor.region, afterClosing: true },
    lock: (tx) => lockBeside(tx, command, { table: 'standing_rule', id, noun: 'rule', lockRow: lockRule }),
    stands: (_tx, { version, status }) => ({ version, status }),
    async work({ tx, row, context }) {
      const outcome = RULE_ACTS[name].decide(row, payload as never, context);
      const after: StandingRule = { ...row, ...outcome.changes, version: row.version + 1 };
      for (const part of outcome.clears ?? []) delete (after as { -readonly [Part in typeof part]?: unknown })[part];
      if (name === 'approveRule' && after.replaces) await replace(tx, after.replaces, after);
      await saveRule(tx, after);
      return told(after, outcome);
    },
  });

const replace = async (tx: Tx, old: string, by: StandingRule) => saveRule(tx, replacedBy(await lockRule(tx, old), by));

function requireThere(rule: StandingRule | undefined): void {
  if (!rule) throw notFound('rule');
}

const told = ({ id, version, status }: StandingRule, { kind, data }: RuleOutcome) => ({
  ...{ version, status, kind },
  data: { rule: id, ...data },
});
