// Prints a line of JSON for each place where a schema leaves the rules of Relay, of the GraphQL community, or of this API.
//   node lint.mjs schema.graphql
import path from 'node:path';
import graphql from '@graphql-eslint/eslint-plugin';
import { ESLint } from 'eslint';
import { Kind } from 'graphql';
import { read } from './sdl.mjs';

const [file] = process.argv.slice(2);
const tell = (complaint) => console.log(JSON.stringify(complaint));

// What the schema leaves on purpose, and why.
const deviations = {
  // One sentence reads well beside its field; a block of three lines for each would triple the file that is reviewed.
  '@graphql-eslint/description-style': ['error', { style: 'inline' }],

  // Short lists that come whole (the accounts of a person, the terms of a contract) need no cursors, and a connection has the shortcut `nodes`.
  // That what is listed is a Node is checked below, with its exceptions.
  '@graphql-eslint/relay-edge-types': ['error', { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],

  // Much of the schema is values, such as money or the terms of a contract: parts of what has an id, that live and die with it.
  // The rule that matters is checked below: whatever has an id is a Node.
  '@graphql-eslint/strict-id-in-types': 'off',
};

const listedWithoutId = {
  WorkspaceAccess: 'A request sees one workspace, so the others are reached by their keys and not by ids.',
};

const eslint = new ESLint({
  cwd: path.dirname(path.resolve(file)),
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: path.resolve(file) } } },
    plugins: { '@graphql-eslint': graphql },
    rules: { ...graphql.configs['flat/schema-recommended'].rules, ...graphql.configs['flat/schema-relay'].rules, ...deviations },
  },
});
for (const { messages } of await eslint.lintFiles([path.resolve(file)]))
  for (const { line, ruleId, message } of messages) tell(`${line} ${ruleId}: ${message}`);

const { definitions } = read(file);
const named = (type) => (type.type ? named(type.type) : type.name.value);
const field = (type, name) => type.fields?.find((candidate) => candidate.name.value === name);
const types = definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
const nodes = new Set(types.filter((type) => type.interfaces.some((implemented) => implemented.name.value === 'Node')).map((type) => type.name.value));

for (const type of types) {
  const name = type.name.value;
  // Caches keep objects by their id alone, so an id that `node(id)` does not know, or that two types share, would mislead them.
  if (field(type, 'id') && !nodes.has(name)) tell(`${name} has an id and is no Node.`);
  if (!name.endsWith('Edge')) continue;
  const listed = named(field(type, 'node'));
  if (!nodes.has(listed) && !(listed in listedWithoutId)) tell(`${name} lists ${listed}, which is no Node.`);
}

// In an input an id says whose it is.
for (const input of definitions.filter((definition) => definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION))
  if (field(input, 'id')) tell(`${input.name.value}.id does not say whose id it is: campaignId, for instance.`);
