// The audits that graphql-http gives to servers: prints a line of JSON for each, "ok" or what is wrong.
import { serverAudits } from 'graphql-http';

const { URL: url, TOKEN: token } = process.env;
const fetchFn = (address, init) => fetch(address, { ...init, headers: { ...init?.headers, Authorization: `Bearer ${token}` } });

for (const audit of serverAudits({ url, fetchFn })) {
  const result = await audit.fn();
  console.log(JSON.stringify(result.status === 'ok' ? 'ok' : `${audit.id} ${audit.name}: ${result.reason}`));
  if (result.response?.bodyUsed === false) await result.response.body?.cancel();
}
