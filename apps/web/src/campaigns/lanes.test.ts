import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeLabels, widthOf } from './lanes';

const FRAME = { left: 0, right: 400 };

describe('labels above a time line', () => {
  test('never cover each other and never leave the frame', () => {
    const label = fc.record({ at: fc.integer({ min: -20, max: 420 }), width: fc.integer({ min: 10, max: 120 }) });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (labels) => {
        const placed = placeLabels(labels, FRAME, 3).flatMap((place, index) =>
          place ? [{ ...place, right: place.left + (labels[index]?.width ?? 0) }] : [],
        );
        for (const one of placed) {
          expect(one.left).toBeGreaterThanOrEqual(FRAME.left);
          expect(one.right).toBeLessThanOrEqual(FRAME.right);
          const beside = placed.filter((other) => other !== one && other.lane === one.lane);
          expect(beside.every((other) => one.right < other.left || other.right < one.left)).toBe(true);
        }
      }),
    );
  });

  test('stand in the nearest lane, and do without when all are full', () => {
    const same = { at: 200, width: 80 };
    expect(placeLabels([same, same, same], FRAME, 2)).toEqual([
      { lane: 0, left: 160 },
      { lane: 1, left: 160 },
      undefined,
    ]);
  });

  test('move inwards at the edges', () => {
    expect(placeLabels([{ at: 395, width: 60 }], FRAME, 1)).toEqual([{ lane: 0, left: 340 }]);
  });

  test('Chinese is wider than Latin', () => expect(widthOf('今天', 12)).toBeGreaterThan(widthOf('now', 12)));
});
