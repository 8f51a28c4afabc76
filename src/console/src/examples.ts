import order from './examples/order.json';

/** What a new tab starts with. */
export const newTab = '{ viewer { workspace { name } } }\n';

const documents = import.meta.glob<string>('./examples/*.graphql', { query: '?raw', import: 'default', eager: true });
const variables = import.meta.glob<string>('./examples/*.json', { query: '?raw', import: 'default', eager: true });

/** The tabs of a first visit; afterwards the browser remembers the visitor's own. */
export const examples = order.map((name) => ({
  query: documents[`./examples/${name}.graphql`] ?? '',
  variables: variables[`./examples/${name}.json`],
}));
