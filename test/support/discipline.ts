import { done } from './campaign-walk.js';
import type { Name } from './people.js';
import type { TestPlatform } from './platform.js';

/** Before they inspect, enter what an inspection found or see who was drawn, people acknowledge what inspectors have to keep. */
export async function acknowledgeDiscipline(
  platform: TestPlatform,
  campaign: string,
  ...people: Name[]
): Promise<void> {
  const { id, version } = platform.rulebook.discipline();
  for (const who of people)
    await done(platform, who, 'discipline/acknowledgements', { campaign, document: `${id}@${version}` });
}
