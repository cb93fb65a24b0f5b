/** Whose point of view an answer takes. HR, managers and case managers count as employer. */
export const AUDIENCES = ['employee', 'employer'] as const;

export type Audience = (typeof AUDIENCES)[number];
