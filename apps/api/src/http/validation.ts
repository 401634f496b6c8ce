import { StandardSchemaValidationPipe } from '@nestjs/common';

export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

/** A request that does not fit its schema, field by field. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';

  constructor(readonly errors: FieldError[]) {
    super(errors.map(({ field, detail }) => `${field}: ${detail}`).join('; '));
  }
}

export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new InvalidRequest(
        issues.map(({ path = [], message }) => ({
          field: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
          detail: message,
        })),
      ),
  });
