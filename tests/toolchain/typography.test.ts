import { describe, expect, it } from 'vitest';
import { mended, typographyFaults } from '../../scripts/typography/faults.ts';

const mend = (source: string): string => mended(source, typographyFaults('src/x.tsx', source));

describe('the French of the screen', () => {
  it('has a narrow space that does not break before ; ! and ?', () => {
    expect(mend("const a = 'Qui appelle ?';")).toBe("const a = 'Qui appelle\u202f?';");
    expect(mend('const a = <p>Gardez-la ; notez {code} !</p>;')).toBe(
      'const a = <p>Gardez-la\u202f; notez {code}\u202f!</p>;',
    );
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
    expect(mend('const a = `${name} ?`;')).toBe('const a = `${name}\u202f?`;');
  });

  it('has a space that does not break before a colon, a per cent and inside « »', () =>
    expect(mend("const a = 'Trouvé : « Demandes », 30 %';")).toBe(
      "const a = 'Trouvé\u00a0: «\u00a0Demandes\u00a0», 30\u00a0%';",
    ));

  it('has its own apostrophe and its own ellipsis', () =>
    expect(mend('const a = "Aujourd\'hui, l\'accueil...";')).toBe('const a = "Aujourd’hui, l’accueil…";'));

  it('is left alone when it is right, escaped or not', () => {
    const right = "const a = 'Qui\\u202f? Elle\u00a0: «\u00a0oui\u00a0»';";
    expect(mend(right)).toBe(right);
  });

  it('is not looked for in code, comments, SQL, English or addresses', () => {
    const source = [
      "// L'accueil ?",
      "const a = b ? 'x' : 'y';",
      "const sql = 'SELECT day FROM claims WHERE id = ? LIMIT ?';",
      'throw new Error("doesn\'t fit");',
      "const url = '/rpc?x=1;y=2';",
      "import x from './a:b.ts';",
    ].join('\n');
    expect(mend(source)).toBe(source);
  });

  it('is told with its line', () =>
    expect(typographyFaults('src/x.ts', "const a = 1;\nconst b = 'Oui ?';")).toMatchObject([
      { file: 'src/x.ts', line: 2, what: 'an ordinary space before ; ! or ?' },
    ]));
});
