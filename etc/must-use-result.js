/**
 * Reports a neverthrow `Result` that a statement drops, awaited or not. A Result in a variable counts as used: that the
 * variable is read is another rule's business. (The published plugins know nothing of `await`, and take `isErr()` for no use.)
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const mustUseResult = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { dropped: 'This Result is dropped: look at it, return it, or hand it on.' },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    /** @type {import('typescript').TypeChecker} */
    const checker = program.getTypeChecker();

    /** @param {import('typescript').Type} type */
    const isResult = (type) =>
      (type.isUnion() ? type.types : [type]).some((part) =>
        ['isOk', 'isErr', '_unsafeUnwrap'].every((name) => part.getProperty(name) !== undefined),
      );

    return {
      ExpressionStatement({ expression }) {
        if (expression.type === 'AssignmentExpression') return;
        const dropped = expression.type === 'UnaryExpression' && expression.operator === 'void' ? expression.argument : expression;
        const type = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(dropped));
        if (isResult(checker.getAwaitedType(type) ?? type)) context.report({ node: expression, messageId: 'dropped' });
      },
    };
  },
};
