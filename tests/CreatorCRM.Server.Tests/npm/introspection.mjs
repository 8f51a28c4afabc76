// What tools do with a server they do not know: prints what is wrong with its schema, a line of JSON each, and then how many types it has.
import { buildClientSchema, getIntrospectionQuery, validateSchema } from 'graphql';

const { URL: url, TOKEN: token } = process.env;
const everything = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };
const response = await fetch(url, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
  body: JSON.stringify({ query: getIntrospectionQuery(everything) }),
});
const { data, errors } = await response.json();
for (const error of errors ?? []) console.log(JSON.stringify(error.message));
const schema = data && buildClientSchema(data);
for (const error of schema ? validateSchema(schema) : []) console.log(JSON.stringify(error.message));
console.log(JSON.stringify(schema?.getMutationType() ? 'ok' : 'no schema'));
