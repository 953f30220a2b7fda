import { describe, expect, test } from '@jest/globals';
import { phonesPage } from '../../../local/phones/page/phones-page.ts';

const textAt = (path: string) => String(phonesPage(path)?.body ?? '');

describe('the phones page', () => {
  test('is at the root', () => {
    expect(phonesPage('/')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
  });

  test('has every file that it requests', () => {
    const asked = [...textAt('/').matchAll(/(?:src|href)="(?<file>[\w-]+\.(?:js|css))"/g)];
    const files = asked.map((match) => `/${match.groups?.['file']}`);

    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => phonesPage(file) === undefined)).toEqual([]);
  });

  test('has every module that its scripts import', () => {
    const missing: string[] = [];
    const seen = new Set<string>();
    const visit = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      if (phonesPage(path) === undefined) missing.push(path);
      for (const [, file] of textAt(path).matchAll(/from '\.(\/[\w-]+\.js)'/g)) visit(String(file));
    };
    visit('/main.js');

    expect(seen.size).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });

  test('contains what the cloud knows, whatever the text is', () => {
    const command = `curl -d '{"summary":"</script><b>$&"}'`;

    const notice = 'Day 0';

    const page = String(phonesPage('/', { regions: ['eu-central-1'], command, notice })?.body);

    const [, facts = ''] = /id="facts">(.*)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(facts)).toMatchObject({ regions: ['eu-central-1'], command, notice });
  });

  test('answers no other path', () => {
    expect(phonesPage('/phones-page.ts')).toBeUndefined();
    expect(phonesPage('/../../package.json')).toBeUndefined();
  });
});
