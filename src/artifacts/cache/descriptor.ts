import { firstVersionDescriptor } from '../../versioning/first-version-descriptor.js';

/** Versions of the cache. A cache of any other version is thrown away, which is all the migration it needs. */
export const cacheDescriptor = /* @__PURE__ */ firstVersionDescriptor({ artifact: 'cache', whenUnsupported: 'discard' });
