import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

// Answers each delivery of CreatorCRM: 400 to what it did not sign or signed more than five minutes ago, 204 to what was taken.
export function webhookReceiver(secret, take) {
  const seen = new Set(); // In your database, so that a delivery that is repeated does nothing.
  return createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    try {
      const event = new Webhook(secret()).verify(Buffer.concat(chunks), request.headers);
      if (!seen.has(event.id)) await take(event);
      seen.add(event.id);
      response.writeHead(204).end();
    } catch (problem) {
      response.writeHead(problem.name === 'WebhookVerificationError' ? 400 : 500).end(problem.message);
    }
  });
}
