/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, Json>>;

/** What a schema takes, as data: equal for two schemas that take the same, whatever order their keys are written in. */
export type Shape = JsonRecord;
