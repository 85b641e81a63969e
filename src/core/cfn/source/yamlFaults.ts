/** What is wrong with a text that is no YAML, and what to do about it, for people who did not write the YAML standard. */
import type { YAMLParseError } from 'yaml';
import type { Words } from '../../../lib/words';

export function yamlFaultWords(text: string, error: Pick<YAMLParseError, 'code' | 'message' | 'pos'>): Words {
  const found =
    error.code === 'TAB_AS_INDENT' || tabIndents(text, error.pos[0])
      ? tab
      : isDashInBrackets(text, error)
        ? dashInBrackets
        : faults[error.code];
  return (
    found ?? {
      en: `the YAML does not parse: ${error.message}`,
      ja: `YAML を解析できません: ${error.message}`,
    }
  );
}

const tab: Words = {
  en: 'a tab is used to indent; YAML takes spaces only: replace it with spaces',
  ja: 'インデントにタブが使われています。YAML ではスペースしか使えないため、スペースに置き換えてください',
};

const dashInBrackets: Words = {
  en: 'a dash inside brackets begins no item: the items are separated by commas; put the dash in quotation marks if it is a text: "-"',
  ja: 'かっこの中では「-」で項目を始められません。項目はコンマで区切ります。文字列の場合は "-" のように引用符で囲んでください',
};

const indentation: Words = {
  en: 'the indentation does not fit: entries of one object must begin in the same column, to the right of their owner',
  ja: 'インデントが揃っていません。同じオブジェクトの項目は同じ列から、親より右に書いてください',
};

const faults: Readonly<Partial<Record<YAMLParseError['code'], Words>>> = {
  BAD_INDENT: indentation,
  BLOCK_AS_IMPLICIT_KEY: indentation,
  BLOCK_IN_FLOW: {
    en: 'a block stands inside brackets; its bracket may not be closed',
    ja: '角かっこや波かっこの中にブロックがあります。かっこが閉じられていない可能性があります',
  },
  BAD_COLLECTION_TYPE: indentation,
  MULTILINE_IMPLICIT_KEY: {
    en: 'a key must stand on one line and be followed by a colon and a space; the colon may be missing, or the line before is not indented as it should be',
    ja: 'キーは 1 行に書き、後ろにコロンとスペースを付けます。コロンがないか、前の行のインデントが誤っている可能性があります',
  },
  KEY_OVER_1024_CHARS: {
    en: 'a key is longer than 1,024 characters; its colon may be missing',
    ja: 'キーが 1,024 文字を超えています。コロンがない可能性があります',
  },
  MISSING_CHAR: {
    en: 'something is not closed or separated here: a quotation mark, a bracket, a comma, or the colon and space behind a key',
    ja: '引用符、かっこ、コンマ、またはキーの後ろのコロンとスペースが足りません',
  },
  UNEXPECTED_TOKEN: {
    en: 'this does not belong here: check the indentation, the quotation marks and the brackets before it',
    ja: 'ここには書けません。この前のインデント、引用符、かっこを確かめてください',
  },
  MULTIPLE_DOCS: {
    en: 'the file holds several YAML documents (“---”); a template is one: split the file',
    ja: 'ファイルに複数の YAML ドキュメント (「---」) があります。テンプレートは 1 つにしてください',
  },
  MULTIPLE_TAGS: {
    en: 'two functions in short form stand before one value; write the outer one long, as in “Fn::Base64: !Sub …”',
    ja: '1 つの値の前に短縮形の関数が 2 つあります。外側を「Fn::Base64: !Sub …」のように完全形で書いてください',
  },
  BAD_ALIAS: {
    en: '“*” begins an alias in YAML; put the text in quotation marks: "*"',
    ja: 'YAML では「*」はエイリアスの始まりです。"*" のように引用符で囲んでください',
  },
  BAD_SCALAR_START: {
    en: 'a text cannot begin with this character (“@”, “`” or “%”) unless it is in quotation marks',
    ja: 'この文字 (「@」「`」「%」) で始まる文字列は、引用符で囲んでください',
  },
  BAD_DQ_ESCAPE: {
    en: 'a text in double quotation marks has an escape that YAML does not know; double the backslash, or use single quotation marks',
    ja: '二重引用符の中に YAML にないエスケープがあります。バックスラッシュを重ねるか、一重引用符を使ってください',
  },
  RESOURCE_EXHAUSTION: {
    en: 'the YAML is nested too deeply to be a template',
    ja: 'YAML の入れ子が深すぎます',
  },
};

function isDashInBrackets(
  text: string,
  { code, pos: [offset] }: Pick<YAMLParseError, 'code' | 'pos'>,
): boolean {
  const mayBe = code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_IN_FLOW';
  return mayBe && /^-\s/.test(text.slice(offset, offset + 2));
}

/** Whether the line of an offset, or the one before, is indented with a tab. */
function tabIndents(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^ *\t/.test(text.slice(lineStart, lineStart + 200));
}
