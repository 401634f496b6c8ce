import type { DocumentActName } from '@fundguard/domain';

/** `POST /campaign-documents/{id}/<noun>` and the act it is. */
export const DOCUMENT_ROUTES = { correction: 'correctDocument' } as const satisfies Record<string, DocumentActName>;
