import fs from 'node:fs';
import { buildASTSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, Kind, parse, validateSchema, visit } from 'graphql';

/** The document of a file that holds a schema. */
export const read = (file) => parse(fs.readFileSync(file, 'utf8'), { noLocation: true });

/** Fails for a schema that breaks the rules of GraphQL, such as one that deprecates what clients must give. */
export function build(document) {
  const schema = buildASTSchema(document);
  const errors = validateSchema(schema);
  if (errors.length > 0) throw new Error(errors.map((error) => error.message).join('\n'));
  return schema;
}

/** The reason of `@deprecated` on an element of a document; undefined when it is not deprecated. */
export function reasonOf(node) {
  const deprecated = node.directives?.find((directive) => directive.name.value === 'deprecated');
  if (!deprecated) return undefined;
  return deprecated.arguments.find((argument) => argument.name.value === 'reason')?.value.value ?? '';
}

/** The day after which a deprecated element may go, as `2027-06-30`; undefined when the reason names none. */
export function removedAfter(reason) {
  const day = /\S Removed after (\d{4}-\d{2}-\d{2})\.$/.exec(reason)?.[1];
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

/** The document without the elements that may go, and without the types that nothing leads to any more. */
export function prune(document, mayGo) {
  const drop = (node) => (reasonOf(node) !== undefined && mayGo(node) ? null : undefined);
  const kept = visit(document, { FieldDefinition: drop, InputValueDefinition: drop, EnumValueDefinition: drop });
  const reached = reachable(buildASTSchema(kept, { assumeValid: true }));
  return visit(kept, {
    enter: (node) => (node.kind.endsWith('TypeDefinition') && node.kind !== Kind.OPERATION_TYPE_DEFINITION && !reached.has(node.name.value) ? null : undefined),
  });
}

function reachable(schema) {
  const reached = new Set();
  const reach = (type) => {
    while (type?.ofType) type = type.ofType;
    if (!type || reached.has(type.name)) return;
    reached.add(type.name);
    if (isEnumType(type)) return;
    if (isInterfaceType(type)) schema.getPossibleTypes(type).forEach(reach);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      reach(field.type);
      for (const argument of field.args ?? []) reach(argument.type);
    }
    for (const implemented of type.getInterfaces?.() ?? []) reach(implemented);
  };
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].forEach(reach);
  return reached;
}
