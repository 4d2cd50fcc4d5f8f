interface Payload {
  readonly userErrors?: readonly { readonly message: string }[];
}

/** Sends one operation and gives its `data`; any error, of the request or of the user, is thrown. */
export async function graphql<T extends Record<string, unknown>>(
  { url, token }: { url: string; token: string },
  query: string,
  variables: object = {},
): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
  if (!data || errors) throw new Error(`${response.status}: ${JSON.stringify(errors)}`);
  for (const payload of Object.values(data) as (Payload | null)[])
    if (payload?.userErrors?.length) throw new Error(JSON.stringify(payload.userErrors));
  return data;
}
