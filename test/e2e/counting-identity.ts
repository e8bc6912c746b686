import type { IdentitySource } from 'prometeu-packer';

/** An identity source that counts, so that two runs give the same identities. */
export function countingIdentity(): IdentitySource {
  let count = 0;
  return {
    newUuid: () => {
      count += 1;
      return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
    },
  };
}
