import type { CampaignEvent } from './act.js';
import type { CampaignFile } from './file.js';

/** The campaign after the event. */
export function evolveCampaign(file: CampaignFile, { changes, clears = [] }: CampaignEvent): CampaignFile {
  const after: CampaignFile = { ...file, ...changes, version: file.version + 1 };
  for (const part of clears) delete (after as { -readonly [Part in typeof part]?: unknown })[part];
  return after;
}
