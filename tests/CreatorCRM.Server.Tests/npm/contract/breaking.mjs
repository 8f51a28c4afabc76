// Compares a schema with the released one: prints a line of JSON for each change that could break a client and for each deprecation that does not say when it ends.
//   node breaking.mjs released.graphql current.graphql [today]
import { findBreakingChanges, print, visit } from 'graphql';
import { build, prune, read, reasonOf, removedAfter } from './sdl.mjs';

const [releasedFile, currentFile, today = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
const released = read(releasedFile);
const current = read(currentFile);

const gone = (node) => (removedAfter(reasonOf(node)) ?? today) < today;
const owed = build(prune(released, gone));
const offered = build(current);

for (const change of findBreakingChanges(owed, offered)) console.log(JSON.stringify(change.description));

// New optional input, new enum values and new members are what growth is made of; another default silently changes what a client asks for that leaves the value out.
const defaults = (schema) => {
  const found = new Map();
  const note = (name, { astNode }) => found.set(name, astNode.defaultValue ? print(astNode.defaultValue) : 'none');
  const noteAll = (name, args) => args.forEach((arg) => note(`${name}(${arg.name}:)`, arg));
  for (const directive of schema.getDirectives()) if (directive.astNode) noteAll(`@${directive.name}`, directive.args);
  for (const type of Object.values(schema.getTypeMap()))
    for (const field of type.astNode ? Object.values(type.getFields?.() ?? {}) : [])
      field.args ? noteAll(`${type.name}.${field.name}`, field.args) : note(`${type.name}.${field.name}`, field);
  return found;
};
const now = defaults(offered);
for (const [name, before] of defaults(owed))
  if (now.has(name) && now.get(name) !== before) console.log(JSON.stringify(`The default of ${name} changed from ${before} to ${now.get(name)}.`));

const check = (node) => {
  const reason = reasonOf(node);
  if (reason !== undefined && !removedAfter(reason))
    console.log(JSON.stringify(`${node.name.value} is deprecated with the reason "${reason}", which has to end like "Use x. Removed after 2027-06-30."`));
};
visit(current, { FieldDefinition: check, InputValueDefinition: check, EnumValueDefinition: check });
