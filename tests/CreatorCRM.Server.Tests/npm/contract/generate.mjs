// Makes the typed client of src/console from the schema and the console's documents. With --check it writes nothing and prints a line of JSON for each stale file.
import fs from 'node:fs';
import path from 'node:path';
import { generate } from '@graphql-codegen/cli';

const root = path.join(import.meta.dirname, '../../../..');
const target = path.join(root, 'src/console/src/graphql/');

const files = await generate(
  {
    silent: true,
    schema: path.join(root, 'tests/CreatorCRM.Server.Tests/schema.graphql'),
    documents: [path.join(root, 'src/console/src/**/*.graphql')],
    generates: {
      [target]: {
        preset: 'client',
        presetConfig: {
          fragmentMasking: false,
          // The names under which a server finds these documents: `documentId: "sha256:…"`.
          persistedDocuments: { hashAlgorithm: 'sha256' },
        },
        config: {
          documentMode: 'string',
          useTypeImports: true,
          enumsAsTypes: true,
          strictScalars: true,
          scalars: {
            CountryCode: 'string', CurrencyCode: 'string', DateTime: 'string', Decimal: 'string', EmailAddress: 'string', LocalDate: 'string', Long: 'number', URL: 'string', Upload: 'Blob',
          },
        },
      },
    },
  },
  false,
);

const check = process.argv.includes('--check');
for (const { filename, content } of files) {
  if (!check) {
    fs.mkdirSync(path.dirname(filename), { recursive: true });
    fs.writeFileSync(filename, content);
  } else if (!fs.existsSync(filename) || fs.readFileSync(filename, 'utf8') !== content) console.log(JSON.stringify(`${path.relative(root, filename)} is stale: npm run generate in src/console`));
}
