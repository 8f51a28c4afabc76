// Prints a line of JSON for each place where a schema leaves the rules of Relay and of the GraphQL community.
//   node lint.mjs schema.graphql
import path from 'node:path';
import graphql from '@graphql-eslint/eslint-plugin';
import { ESLint } from 'eslint';
import { Kind } from 'graphql';
import { read } from './sdl.mjs';

const [file] = process.argv.slice(2);

// What the schema leaves on purpose, and why.
const deviations = {
  // One sentence reads well beside its field; a block of three lines for each would triple the file that is reviewed.
  '@graphql-eslint/description-style': ['error', { style: 'inline' }],

  // Short lists that come whole (the accounts of a person, the terms of a contract) need no cursors, and a connection has the shortcut `nodes`.
  '@graphql-eslint/relay-edge-types': ['error', { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false }],

  // Much of the schema is values, such as money or the terms of a contract: parts of what has an id, that live and die with it.
  // The rule that matters is checked below: whatever has an id is a Node.
  '@graphql-eslint/strict-id-in-types': 'off',
};
const rules = { ...graphql.configs['flat/schema-recommended'].rules, ...graphql.configs['flat/schema-relay'].rules, ...deviations };
const eslint = new ESLint({
  cwd: path.dirname(path.resolve(file)),
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: path.resolve(file) } } },
    plugins: { '@graphql-eslint': graphql },
    rules,
  },
});
for (const { messages } of await eslint.lintFiles([path.resolve(file)]))
  for (const { line, ruleId, message } of messages) console.log(JSON.stringify(`${line} ${ruleId}: ${message}`));

// Caches keep objects by their id alone, so an id that `node(id)` does not know, or that two types share, would mislead them.
const isNode = (type) => type.interfaces.some((implemented) => implemented.name.value === 'Node');
for (const type of read(file).definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION))
  if (type.fields.some((field) => field.name.value === 'id') && !isNode(type)) console.log(JSON.stringify(`${type.name.value} has an id and is no Node.`));
