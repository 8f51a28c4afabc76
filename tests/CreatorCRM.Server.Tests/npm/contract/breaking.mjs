// Compares a schema with the released one: prints a line of JSON for each change that could break a client and for each deprecation that does not say when it ends.
//   node breaking.mjs released.graphql current.graphql [today]
import { DangerousChangeType, findBreakingChanges, findDangerousChanges, visit } from 'graphql';
import { build, prune, read, reasonOf, removedAfter } from './sdl.mjs';

const [releasedFile, currentFile, today = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
const released = read(releasedFile);
const current = read(currentFile);

const gone = (node) => (removedAfter(reasonOf(node)) ?? today) < today;
const owed = build(prune(released, gone));
const offered = build(current);

for (const change of findBreakingChanges(owed, offered)) console.log(JSON.stringify(change.description));

// New optional input, new enum values and new members are what growth is made of; another default silently changes what a client asks for.
for (const change of findDangerousChanges(owed, offered))
  if (change.type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE) console.log(JSON.stringify(change.description));

const check = (node) => {
  const reason = reasonOf(node);
  if (reason !== undefined && !removedAfter(reason))
    console.log(JSON.stringify(`${node.name.value} is deprecated with the reason "${reason}", which has to end like "Use x. Removed after 2027-06-30."`));
};
visit(current, { FieldDefinition: check, InputValueDefinition: check, EnumValueDefinition: check });
