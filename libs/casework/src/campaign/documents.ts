import { DOCUMENT_ACTS, type DocumentActName, type documentPayload, recordDocument } from '@fundguard/domain';
import { addDocumentVersion, documentById, documentVersions } from '@fundguard/persistence';
import type { z } from 'zod';
import type { Answer } from '../command.js';
import type { Platform } from '../platform.js';
import { type ByPerson, actBeside, lockBeside, lockForNew } from './beside.js';

/** Before a campaign runs, while it does, and once it is over: a number may be given late, and a slip be found later. */
const AT_ANY_TIME = { whileOpen: true, afterClosing: true } as const;

/** 登记文件信息: the command's id becomes the document's. */
export const recordCampaignDocument = (
  platform: Platform,
  payload: z.output<typeof documentPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'recordDocument', id: command.id, payload, region: command.actor.region, ...AT_ANY_TIME },
    lock: (tx) => lockForNew(tx, command, payload.campaign),
    async work({ tx, file: { state }, context }) {
      const [before] = await documentVersions(tx, state.id);
      const scene = { region: state.region, before };
      const { kind, document, data } = recordDocument(command.id, payload, scene, context);
      await addDocumentVersion(tx, document, context.now);
      const { version, status, id } = document;
      return { version, status, kind, data: { document: id, ...data } };
    },
  });

/** One act on a campaign's document: a new version, and its line on the campaign's record. */
export const actOnDocument = (
  platform: Platform,
  id: string,
  name: DocumentActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: name, id, payload, region: command.actor.region, ...AT_ANY_TIME },
    lock: (tx) => lockBeside(tx, command, { table: 'campaign_document', id, noun: 'document', lockRow: documentById }),
    stands: (_tx, { version, status }) => ({ version, status }),
    async work({ tx, row, context }) {
      const { kind, document, data } = DOCUMENT_ACTS[name].decide(row, payload as never, context);
      await addDocumentVersion(tx, document, context.now);
      return { version: document.version, status: document.status, kind, data: { document: id, ...data } };
    },
  });
