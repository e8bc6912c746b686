import type { ArtifactReport } from 'prometeu-packer';
import type { HtmlArtifact } from 'prometeu-packer/report';

/** The files of a workspace as the HTML report lists them. */
export function reportArtifacts(artifacts: readonly ArtifactReport[]): readonly HtmlArtifact[] {
  return artifacts.map(({ path, artifact, version, window, stage, identity, staleness, journal, class: found }) => ({
    ...{ file: path, artifact, version, window, stage, identity },
    state: staleness ?? journal ?? found,
  }));
}
