import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../../src/base/deep-freeze.js';
import { applyJsonPatch } from '../../src/codec/apply-json-patch.js';
import type { JsonPatchOperation } from '../../src/codec/json-patch.js';
import { jsonValue } from './json-value.js';

const path = fc.oneof(
  fc
    .array(fc.constantFrom('a', 'b', '0', '1', '-', 'a~1b', '', '__proto__', 'length', 'toString'), { maxLength: 3 })
    .map((steps) => steps.map((step) => `/${step}`).join('')),
  fc.constantFrom('a', '/~', '/~2', '/01', '/1e0', '/-1', ' /a', '/99999999999'),
);
const operation: fc.Arbitrary<JsonPatchOperation> = fc.oneof(
  fc.record({ op: fc.constantFrom('add' as const, 'replace' as const), path, value: jsonValue }),
  fc.record({ op: fc.constant('remove' as const), path }),
);

describe('applyJsonPatch', () => {
  // RFC 6902, appendix A, as far as the three operations go.
  it.each<[name: string, value: unknown, patch: readonly JsonPatchOperation[], after: unknown]>([
    ['A.1', { foo: 'bar' }, [{ op: 'add', path: '/baz', value: 'qux' }], { baz: 'qux', foo: 'bar' }],
    ['A.2', { foo: ['bar', 'baz'] }, [{ op: 'add', path: '/foo/1', value: 'qux' }], { foo: ['bar', 'qux', 'baz'] }],
    ['A.3', { baz: 'qux', foo: 'bar' }, [{ op: 'remove', path: '/baz' }], { foo: 'bar' }],
    ['A.4', { foo: ['bar', 'qux', 'baz'] }, [{ op: 'remove', path: '/foo/1' }], { foo: ['bar', 'baz'] }],
    ['A.5', { baz: 'qux', foo: 'bar' }, [{ op: 'replace', path: '/baz', value: 'boo' }], { baz: 'boo', foo: 'bar' }],
    ['A.10', { foo: 'bar' }, [{ op: 'add', path: '/child', value: { grandchild: {} } }], { foo: 'bar', child: { grandchild: {} } }],
    ['A.16', { foo: ['bar'] }, [{ op: 'add', path: '/foo/-', value: ['abc', 'def'] }], { foo: ['bar', ['abc', 'def']] }],
    ['add in the place of a member', { a: 1 }, [{ op: 'add', path: '/a', value: 2 }], { a: 2 }],
    ['the whole', { a: 1 }, [{ op: 'replace', path: '', value: [] }], []],
    ['the whole by add', [1], [{ op: 'add', path: '', value: null }], null],
    ['escapes', { 'a/b': { 'm~n': 1 } }, [{ op: 'remove', path: '/a~1b/m~0n' }], { 'a/b': {} }],
    ['an escape that looks like two', { '~1': 1, '/': 2 }, [{ op: 'remove', path: '/~01' }], { '/': 2 }], // A.14
    ['the empty key', { '': 1 }, [{ op: 'replace', path: '/', value: 2 }], { '': 2 }],
    [
      'a value that another operation put in',
      {},
      [
        { op: 'add', path: '/a', value: { list: [1] } },
        { op: 'add', path: '/a/list/0', value: 0 },
      ],
      { a: { list: [0, 1] } },
    ],
  ])('%s', (_, value, patch, after) => {
    expect(applyJsonPatch(deepFreeze(value), deepFreeze(patch))._unsafeUnwrap()).toEqual(after);
  });

  it.each<[reason: string, value: unknown, operation: JsonPatchOperation]>([
    ['malformed-pointer', {}, { op: 'add', path: 'a', value: 1 }],
    ['malformed-pointer', {}, { op: 'add', path: '/a~', value: 1 }],
    ['malformed-pointer', {}, { op: 'remove', path: '/~2' }],
    ['no-such-place', { a: 1 }, { op: 'remove', path: '/b' }], // RFC 6902, 4.2
    ['no-such-place', { a: 1 }, { op: 'replace', path: '/b', value: 1 }],
    ['no-such-place', { foo: 'bar' }, { op: 'add', path: '/baz/bat', value: 'qux' }], // A.12
    ['no-such-place', { a: 1 }, { op: 'add', path: '/a/b', value: 1 }],
    ['no-such-place', { a: null }, { op: 'add', path: '/a/b', value: 1 }],
    ['no-such-place', [1], { op: 'add', path: '/2', value: 1 }],
    ['no-such-place', [1], { op: 'add', path: '/01', value: 1 }],
    ['no-such-place', [1], { op: 'remove', path: '/-' }],
    ['no-such-place', [1], { op: 'remove', path: '/1' }],
    ['no-such-place', [1], { op: 'replace', path: '/length', value: 0 }],
    ['no-such-place', {}, { op: 'remove', path: '/toString' }],
    ['no-such-place', {}, { op: 'add', path: '/__proto__/polluted', value: 1 }],
    ['whole-removed', {}, { op: 'remove', path: '' }],
  ])('%s', (reason, value, operation) => {
    const fine: JsonPatchOperation = Array.isArray(value)
      ? { op: 'replace', path: '/0', value: 5 }
      : { op: 'add', path: '/fine', value: 5 };
    expect(applyJsonPatch(deepFreeze(value), [fine, operation])._unsafeUnwrapErr()).toEqual({ index: 1, reason });
  });

  it('takes any key for a key', () => {
    const made = applyJsonPatch({}, [{ op: 'add', path: '/__proto__', value: { polluted: true } }])._unsafeUnwrap();
    expect(JSON.stringify(made)).toBe('{"__proto__":{"polluted":true}}');
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  });

  it('is total and changes neither the value nor the patch', () => {
    fc.assert(
      fc.property(jsonValue, fc.array(operation, { maxLength: 5 }), (value, patch) => {
        const answer = applyJsonPatch(deepFreeze(value), deepFreeze(patch));
        expect(answer.isOk() || answer.error.index < patch.length).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
