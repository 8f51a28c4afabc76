import { GraphiQL } from 'graphiql';
import { examples, newTab } from './examples';
import { fetcher } from './fetcher';
import { RefusedNotice } from './RefusedNotice';
import { TokenForm } from './TokenForm';

export function Console() {
  return (
    <>
      <RefusedNotice />
      <GraphiQL
        fetcher={fetcher}
        defaultQuery={newTab}
        defaultTabs={examples}
        defaultEditorToolsVisibility="variables"
        inputValueDeprecation
        schemaDescription
      >
        <GraphiQL.Logo>
          <TokenForm />
        </GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}
