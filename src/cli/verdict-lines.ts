import type { Ability, Diagnostic, Verdict } from 'prometeu-packer';
import { explain } from 'prometeu-packer/report';

function showAbility(what: string, { can, decidedBy }: Ability): string {
  return `can ${what}: ${can ? 'yes' : `no, because of ${decidedBy.join(', ')}`}`;
}

/** A code that decides and that no finding has is not explained by the findings above the verdict. */
function explainUnfound({ read, mutate, build }: Verdict, diagnostics: readonly Diagnostic[]): readonly string[] {
  const found = new Set<string>(diagnostics.map(({ code }) => code));
  const codes = new Set([read, mutate, build].flatMap(({ decidedBy }) => decidedBy));
  return [...codes]
    .filter((code) => !found.has(code))
    .flatMap((code) => {
      const explained = explain(code);
      return explained === undefined ? [] : [`  ${code}: ${explained.summary}`, `  help: ${explained.help}`];
    });
}

/** What a workspace allows, for people, with what the findings do not say already. */
export function verdictLines(verdict: Verdict, diagnostics: readonly Diagnostic[]): readonly string[] {
  return [
    showAbility('read', verdict.read),
    showAbility('mutate', verdict.mutate),
    showAbility('build', verdict.build),
    ...explainUnfound(verdict, diagnostics),
  ];
}
