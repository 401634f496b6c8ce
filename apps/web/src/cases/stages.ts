/** In the order of the procedure; the last four end a case. */
export const STAGES = [
  'verification',
  'filing',
  'investigation',
  'legalReview',
  'approval',
  'notice',
  'decision',
  'service',
  'execution',
  'rectification',
  'closure',
  'struckOff',
  'notFiled',
  'merged',
  'dismissed',
] as const;

export const MAIN_LINE = STAGES.slice(0, -3);
