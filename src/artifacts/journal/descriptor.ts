import { firstVersionDescriptor } from '../../versioning/first-version-descriptor.js';

/** Versions of the journal. */
export const journalDescriptor = /* @__PURE__ */ firstVersionDescriptor({ artifact: 'journal', whenUnsupported: 'refuse' });
