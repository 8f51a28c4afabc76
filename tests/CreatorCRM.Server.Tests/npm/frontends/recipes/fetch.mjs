export async function ask(url, token, query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json',
      Authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  // errors: the question was wrong or the server failed. A mutation that was refused says so in its userErrors.
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data;
}

export const add = (url, token, input) =>
  ask(
    url,
    token,
    `mutation ($input: CreateInfluencerInput!) {
      createInfluencer(input: $input) { influencer { id displayName } userErrors { field message code } }
    }`,
    // With a key of its own a mutation can be sent again after a lost answer: it is done once.
    { input: { idempotencyKey: crypto.randomUUID(), ...input } },
  );
