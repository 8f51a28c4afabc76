// A person at the console in a real browser: signs in with a wrong and a right token, asks, follows, signs out. Prints what they saw as lines of JSON.
import { chromium } from 'playwright-core';

const { URL: url, TOKEN: token } = process.env;
const tell = (what) => console.log(JSON.stringify(what));
const patience = 180_000;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'], timeout: patience });
const page = await browser.newPage();
page.setDefaultTimeout(patience);
const errors = [];
page.on('pageerror', (error) => errors.push(`${error}`));

const signIn = async (text) => {
  await page.getByLabel('Access token').fill(text);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

await page.goto(url);
await page.getByLabel('Access token').waitFor();
await signIn('wrong');
await page.getByText('The token is not accepted.').waitFor();
tell('refused');
await signIn(token);
await page.getByText('Owner · Default').waitFor();

await page.getByRole('button', { name: /execute query/i }).click();
await page.locator('.graphiql-response').getByText('"Default"').waitFor();
tell('asked');

// What a script of the page could take away.
tell(await page.evaluate((secret) => [document.cookie, ...Object.values(sessionStorage), ...Object.values(localStorage)].some((text) => text !== '' && text.includes(secret)), token));
tell(await page.evaluate(() => document.cookie));

tell(
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const socket = new WebSocket(location.href.replace(/^http/, 'ws'), 'graphql-transport-ws');
        socket.onopen = () => socket.send('{"type":"connection_init"}');
        socket.onmessage = (message) => resolve(JSON.parse(message.data).type);
        socket.onclose = (event) => resolve(event.code);
      }),
  ),
);

// A reload finds the session again.
await page.reload();
await page.getByText('Owner · Default').waitFor();
await page.getByRole('button', { name: 'Sign out' }).click();
await page.getByLabel('Access token').waitFor();
tell(await page.evaluate(() => fetch('/graphql?query={viewer{name}}', { headers: { 'GraphQL-Preflight': '1' } }).then((response) => response.status)));
tell(errors);
await browser.close();
