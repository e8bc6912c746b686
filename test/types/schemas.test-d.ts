import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type { AssetBody } from '../../src/artifacts/asset/model.js';
import type { assetSchemaV4 } from '../../src/artifacts/asset/versions/v4.schema.js';
import type { Registry } from '../../src/artifacts/registry/model.js';
import type { registrySchemaV4 } from '../../src/artifacts/registry/versions/v4.schema.js';

/** A public type as a schema sees it: no readonly, and what may be absent may be undefined. */
type AsParsed<T> = T extends readonly (infer Item)[]
  ? AsParsed<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: undefined extends T[Key] ? AsParsed<T[Key]> | undefined : AsParsed<T[Key]> }
    : T;

/** The parts of an optional key that both sides write alike. */
type Loose<T> = T extends readonly (infer Item)[]
  ? Loose<Item>[]
  : T extends object
    ? { [Key in keyof T]: Loose<Exclude<T[Key], undefined>> }
    : T;

test('the public types say just what the schemas of the current versions do', () => {
  expectTypeOf<Loose<z.infer<ReturnType<typeof registrySchemaV4>>>>().toEqualTypeOf<Loose<AsParsed<Registry>>>();
  expectTypeOf<Loose<Omit<z.infer<ReturnType<typeof assetSchemaV4>>, 'asset_uuid'>>>().toEqualTypeOf<Loose<AsParsed<AssetBody>>>();
});
