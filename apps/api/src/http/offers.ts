import { type Actor, type Permission, type Person, type Refusal, may } from '@fundguard/domain';
import { z } from 'zod';

export const offer = z
  .object({
    noun: z.string().meta({ description: 'To be posted to: `/cases/{id}/<noun>`' }),
    act: z.string().meta({ description: 'The operationId of that route' }),
    withheld: z
      .object({ zh: z.string(), en: z.string(), article: z.string().optional() })
      .optional()
      .meta({ description: 'Why it cannot be done as things stand' }),
  })
  .meta({ id: 'Offer' });

interface Offered<File> {
  readonly by: Permission | 'machine';
  withheld(file: File, actor: Actor): Refusal | undefined;
}

/** What a person may do to a file by their roles, and why not now where that is so. */
export function offersFor<File, Name extends string>(
  routes: Readonly<Record<string, Name>>,
  acts: Readonly<Record<Name, Offered<File>>>,
  file: File,
  person: Person,
): z.infer<typeof offer>[] {
  return Object.entries(routes).flatMap(([noun, act]) => {
    const { by } = acts[act];
    if (by === 'machine' || !may(person, by)) return [];
    const refusal = acts[act].withheld(file, person);
    if (!refusal) return [{ noun, act }];
    const { article } = refusal.details;
    return [{ noun, act, withheld: { ...refusal.text, ...(article ? { article } : {}) } }];
  });
}
