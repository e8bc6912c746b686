import type { Result } from 'neverthrow';
import type { Failure } from 'prometeu-packer';
import type { SessionOperation } from './session-operation.js';
import type { StudioSession } from './session.js';

type Argument<Operation extends SessionOperation> = NonNullable<Parameters<StudioSession[Operation]>[0]>;

/** Runs a call of a session by its name. The session checks the argument. */
export function runRequest(
  session: StudioSession,
  operation: SessionOperation,
  argument: unknown,
  signal: AbortSignal,
): Promise<Result<unknown, Failure>> {
  const options = { signal };
  switch (operation) {
    case 'summary':
      return session.summary();
    case 'settle':
    case 'verify':
    case 'doctor':
    case 'describeArchive':
      return session[operation](options);
    case 'assets':
    case 'findings':
      return session[operation](argument as Argument<'assets'>);
    case 'diagnosticsOf':
    case 'removeOverlay':
      return session[operation](argument as string);
    case 'readDocument':
      return session.readDocument(argument as string, options);
    case 'codeActions':
      return session.codeActions(argument as Argument<'codeActions'>);
    case 'lspDiagnostics':
      return session.lspDiagnostics(argument as Argument<'lspDiagnostics'>);
    case 'lspCodeActions':
      return session.lspCodeActions(argument as Argument<'lspCodeActions'>, options);
    case 'setOverlay':
      return session.setOverlay(argument as Argument<'setOverlay'>);
    case 'preview':
      return session.preview(argument as Argument<'preview'>, options);
    case 'apply':
      return session.apply(argument as Argument<'apply'>, options);
    case 'rebase':
      return session.rebase(argument as Argument<'rebase'>, options);
    case 'build':
      return session.build(argument as Argument<'build'>, options);
  }
}
