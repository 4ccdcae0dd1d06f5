/* Every format: what is read from it, what is warned of, where it fails, and that it comes back as it went. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "lexicon/build.h"
#include "lexicon/format.h"

#define YKD(body)                                                                                     \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dictionary style=\"050805\" patternengine=\"x\">\n" \
    "<cnode name=\"Top\">\n" body "</cnode>\n</dictionary>\n"

/* path; bytes; format; entries as "line:column category:entry=weight", and warnings as "!line:column message". */
static const struct sample {
    const char *path;
    const char *bytes;
    enum px_lexicon_format format;
    const char *content;
} samples[] = {
    /* quanteda YAML */
    {"a.yml", "virtue: [calm, \"fair*\"]\nvice:\n  - cruel\n  - so called\n", PX_FORMAT_YAML,
     "1:10 virtue:calm 1:16 virtue:fair* 3:5 vice:cruel 4:5 vice:so called"},
    {"a.yml", "\"top\":\n  \"in\":\n    - \"ox\"\n    - deep:\n        - ant\n  other: elk\n", PX_FORMAT_YAML,
     "3:7 top.in:ox 5:11 top.in.deep:ant 6:10 top.other:elk"},
    {"noname", "a:\n- x\n- null\n- ~\n- no\nb:\n", PX_FORMAT_YAML, "2:3 a:x 3:3 a:null 5:3 a:no"},
    {"a.yaml", "# name: sample\n---\na.b: [x]\n", PX_FORMAT_YAML, "3:7 a.b:x"},
    {"a.yml", "a:\n  sub:\n    - x\n  - y\n  - z\nb: [w]\n", PX_FORMAT_YAML, "3:7 a.sub:x 4:5 a:y 5:5 a:z 6:5 b:w"},
    {"a.yml", "a: ['/over(kill|reach)/', \"two\\tparts\"]\n", PX_FORMAT_YAML,
     "1:5 a:/over(kill|reach)/ 1:27 a:two parts"},
    /* LIWC .dic: three line ends, padding, spaces, single category, nesting */
    {"a.dic", "%\n1\tfirst\n2\tsecond\n%\na*\t1\nb b\t1\t2\n", PX_FORMAT_DIC,
     "5:1 first:a* 6:1 first:b b 6:1 second:b b"},
    {"a.dic", "%\r\n1\tfirst\r\n2\tsecond\r\n%\r\na*\t1 2\r\n", PX_FORMAT_DIC, "5:1 first:a* 5:1 second:a*"},
    {"a.dic", "%\r1\tfirst\r%\rox\t1\rant\t1\r", PX_FORMAT_DIC, "4:1 first:ox 5:1 first:ant"},
    {"noname", "%\n01              First Thing\n%\n\nox*\t\t\t01\nant   01\n  so so 01\n", PX_FORMAT_DIC,
     "5:1 First Thing:ox* 6:1 First Thing:ant 7:3 First Thing:so so"},
    {"a.dic", "%\n7\tonly\n%\nox\nant hill\n", PX_FORMAT_DIC, "4:1 only:ox 5:1 only:ant hill"},
    {"a.dic",
     "%\n1\tfunction (Function Words)\n\t2\tpronoun (Pronouns)\n\t\t3\tppron (Personal)\n4\taffect (Affect)\n%\n"
     "you\t1 2 3\nglad\t4\n",
     PX_FORMAT_DIC, "7:1 function:you 7:1 function.pronoun:you 7:1 function.pronoun.ppron:you 8:1 affect:glad"},
    {"a.dic", "%\n02\tself\n131\tkin\n135\tsort\n%\ni\t02\nkind\t<of>135/131\n", PX_FORMAT_DIC,
     "6:1 self:i 7:1 sort:/\\bkind(?=\\s+of\\b)/ 7:1 kin:kind"},
    {"a.dic", "%\n02\tself\n125\tlove\n464\tfill\n%\ni\t02\nwe*\t02\nlike\t(02)125/464\n", PX_FORMAT_DIC,
     "6:1 self:i 7:1 self:we* 8:1 love:/\\b(?:i|we\\w*)\\s+\\Klike\\b/ 8:1 fill:like"},
    {"a.dic", "%\n1\ta\n2\tb\n%\nlike\t(2)1\t2\n", PX_FORMAT_DIC, "5:1 b:like 5:1 a:/\\b(?:like)\\s+\\Klike\\b/"},
    {"a.dic", "%\n1\ta\n2\tb\n%\nlike\t(2)1\n", PX_FORMAT_DIC,
     "!5:1 condition of 'like' is left out: its categories hold no words"},
    {"a.dic", "%\n1\tcaf\xE9\n%\nna\xEFve\t1\n\x93so\x94\t1\n", PX_FORMAT_DIC, "4:1 café:naïve 5:1 café:“so”"},
    {"a.dic",
     "\xFF\xFE%\0\n\0"
     "1\0\t\0a\0\n\0%\0\n\0\xFC\0x\0\t\0"
     "1\0\n\0",
     PX_FORMAT_DIC, "4:1 a:üx"},
    /* tables */
    {"a.dicx", "DicTerm,joy,fear.deep\nglad*,X,\n\"so, so\",,X\nboth,x,X\n", PX_FORMAT_DICX,
     "2:1 joy:glad* 3:2 fear.deep:so, so 4:1 joy:both 4:1 fear.deep:both"},
    {"noname", "DicTerm;joy;fear\nglad;;X\n", PX_FORMAT_CSV, "2:1 fear:glad !1:0 category 'joy' has no entries"},
    {"a.csv", "word,care_p,care_sent\nox,0.25,-1e-05\nant,0,2\n", PX_FORMAT_CSV,
     "2:1 care_p:ox=0.25 2:1 care_sent:ox=-1e-05 3:1 care_p:ant=0 3:1 care_sent:ant=2"},
    {"a.csv",
     "\xEF\xBB\xBF"
     "Entry,Source,Good,Bad\rOX#1,H4,Good,\rOX#2,H4,,Bad\rAND,Lvd,,\r",
     PX_FORMAT_CSV, "2:1 Good:OX 3:1 Bad:OX !4:1 'AND' is in no category"},
    {"a.csv", "term,a,b\nox,1,0\nant,0,1\n", PX_FORMAT_CSV, "2:1 a:ox 3:1 b:ant"},
    {"a.csv", "Category,Entry,Weight,hits\na,ox,0.5,7\nb,\"say \"\"no\"\"\",,8\n", PX_FORMAT_CSV,
     "2:3 a:ox=0.5 3:1 b:say \"no\""},
    /* WordStat */
    {"a.cat", "TOP\r\n\tIN\r\n\t\tOX* (1)\r\n\t\tBLACK_SHEEP (2)\r\n\tANT (1)\r\nEMPTY\r\n", PX_FORMAT_CAT,
     "3:3 TOP.IN:OX* 4:3 TOP.IN:BLACK SHEEP=2 5:2 TOP:ANT !6:1 category 'EMPTY' has no entries"},
    {"noname", "SOUTH\n   \tBW\n\t\tSouth African* (1)\n   \tLS\n\t\tMaseru (1)\n", PX_FORMAT_CAT,
     "3:3 SOUTH.BW:South African* 5:3 SOUTH.LS:Maseru"},
    {"a.cat", "A\n\t@RULE [OX NEAR ANT] (1)\n\tna\xEFve (1)\n", PX_FORMAT_CAT,
     "3:2 A:naïve !2:2 rule '@RULE [OX NEAR ANT] (1)' is left out: only words and phrases are read"},
    /* Yoshikoder and Lexicoder */
    {"a.ykd",
     YKD("<cnode name=\"a &amp; b\"><pnode name=\"ox*\"/>\n<cnode name=\"in\"><pnode name=\"ant\"/></cnode></cnode>\n"),
     PX_FORMAT_YKD, "4:25 a & b:ox* 5:18 a & b.in:ant"},
    {"a.lcd", YKD("<cnode name=\"a\">\n  <pnode name=\"ox\" desc=\"x\"/></cnode><pnode name=\"ant\"/>\n"),
     PX_FORMAT_LCD, "5:3 a:ox 5:38 Top:ant"},
    {"noname", "+First Thing\nox*\nblack sheep\n\n+Second\nant\n", PX_FORMAT_LC3,
     "2:1 First Thing:ox* 3:1 First Thing:black sheep 6:1 Second:ant"},
    /* words with a valence */
    {"afinn.txt", "good\t3\ncan't stand\t-3\nmeh\t0\n", PX_FORMAT_AFINN,
     "1:1 valence.positive:good=3 2:1 valence.negative:can't stand=-3 3:1 valence.neutral:meh=0"},
    {"vader.txt", "good\t1.9\t0.9434\t[2, 1, 1, 3]\n:*\t-1.5\t0.5\t[-1, -2]\n", PX_FORMAT_VADER,
     "1:1 valence.positive:good=1.9 2:1 valence.negative:/:\\*/=-1.5"},
    /* our own */
    {"a.tsv", "# name: x\nentry\tcategory\tweight\tunless\tcase\nox\ta\t0.5\tox cart\texact\n/o+x/\ta\n", PX_FORMAT_TSV,
     "3:1 a:ox=0.5 4:1 a:/o+x/"},
};

static size_t size_of(const struct sample *sample)
{
    return sample->bytes[0] == '\xFF' ? 28 : strlen(sample->bytes);
}

static void show(const struct px_lexicon *lexicon, struct px_buffer *out)
{
    px_buffer_clear(out);
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        px_buffer_printf(out, "%s%zu:%zu %.*s:%.*s", i == 0 ? "" : " ", entry->line,
                         px_lexicon_place(entry, entry->text), PX_SLICE_ARG(entry->category),
                         PX_SLICE_ARG(entry->text));
        if (entry->weight != 1)
            px_buffer_printf(out, "=%g", entry->weight);
    }
    for (size_t i = 0; i < lexicon->warnings.count; i++) {
        const struct px_lexicon_warning *warning = &lexicon->warnings.items[i];
        px_buffer_printf(out, "%s!%zu:%zu %.*s", out->size == 0 ? "" : " ", warning->line, warning->column,
                         PX_SLICE_ARG(warning->message));
    }
}

static void reads_every_format(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct px_slice bytes = {samples[i].bytes, size_of(&samples[i])};
        struct px_lexicon lexicon;
        struct px_error error = {0};
        struct px_buffer shown = {0};
        char line[1024];
        if (px_lexicon_format_guess(bytes, samples[i].path) != samples[i].format)
            fail_msg("sample %zu is taken for %s", i,
                     px_lexicon_format_name(px_lexicon_format_guess(bytes, samples[i].path)));
        if (px_lexicon_read(bytes, samples[i].path, &lexicon, &error) != PX_OK)
            fail_msg("sample %zu: %s", i, px_error_format(&error, line, sizeof line));
        show(&lexicon, &shown);
        if (strcmp(shown.data, samples[i].content) != 0)
            fail_msg("sample %zu: '%s', not '%s'", i, shown.data, samples[i].content);
        px_lexicon_release(&lexicon);
        px_buffer_release(&shown);
    }
}

/* path, bytes, the error as it is printed */
static const char *const faults[][3] = {
    {"a.yml", "a: [x\nb: [y]\n", "a.yml:2:2: malformed YAML: did not find expected ',' or ']'"},
    {"a.yml", "a:\n  - *gate\n", "a.yml:2:5: *gate is a reference in YAML: write wildcards in quotation marks"},
    {"a.yml", "--- word\n", "a.yml:1:5: 'word' is neither a category nor a list"},
    {"a.yml", "a: [\"\"]\n", "a.yml:1:5: entry is empty"},
    {"a.dic", "%\n1\ta\n%\nox\t2\n", "a.dic:4:4: category '2' is not in the header"},
    {"a.dic", "%\n1\ta\n1\tb\n%\n", "a.dic:3:1: number '1' stands twice"},
    {"a.dic", "%\n1\n%\n", "a.dic:2:1: category '1' has no name"},
    {"a.dic", "%\n1\ta\nox\t1\n", "a.dic:3:1: no line of % behind the categories"},
    {"a.dic", "ox\n%\n", "a.dic:1:1: 'ox' stands before the % that begins the categories"},
    {"a.dic", "%\n1\ta\n2\tb\n%\nox\n", "a.dic:5:1: 'ox' has no category"},
    {"a.dic", "%\n1\ta\n%\nox\t(1 1\n", "a.dic:4:4: condition '(1 1' is not closed"},
    {"a.dic", "%\n1\ta\n%\nox\t<of>\n", "a.dic:4:4: condition '<of>' has no category"},
    {"a.csv", "entry,a\nox,1\n,1\n", "a.csv:3:1: entry is empty"},
    {"a.csv", "entry,a\nox,1,2\n", "a.csv:2:6: cell '2' beyond the 2 columns of the header row"},
    {"a.csv", "entry,said\nox,it moos\n",
     "a.csv:1:1: no column 'category', and none whose cells are X, a number or its name"},
    {"a.csv", "entry,category,weight\nox,a,much\n", "a.csv:2:1: weight 'much' is not a number"},
    {"a.ykd", "<dictionary>\n<cnode name=\"a\">\n</dictionary>\n",
     "a.ykd:3:14: malformed XML: Opening and ending tag mismatch: cnode line 2 and dictionary"},
    {"a.ykd", "<dictionary>\n", "a.ykd:1:13: malformed XML: it ends before its last tag"},
    {"a.lc3", "+a\nox\n", ""},
    {"a.lc3", "ox\n+a\n", "a.lc3:1:1: 'ox' stands before the first +category"},
    {"a.txt", "good\t3\nbad\n", "a.txt:2:1: a line is a word, a tab and a number, not 'bad'"},
    {"a.txt", "word\n", "a.txt:1:1: no column 'entry' in the header row 'word'"},
};

static void says_where_a_file_is_malformed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct px_lexicon lexicon;
        struct px_error error = {0};
        char line[1024] = "";
        if (px_lexicon_read(px_slice_from(faults[i][1]), faults[i][0], &lexicon, &error) != PX_OK)
            px_error_format(&error, line, sizeof line);
        if (strcmp(line, faults[i][2]) != 0)
            fail_msg("fault %zu: '%s', not '%s'", i, line, faults[i][2]);
        px_lexicon_release(&lexicon);
        assert_true(px_lexicon_read(px_slice_from(faults[i][1]), faults[i][0], &lexicon, NULL) == PX_OK ||
                    lexicon.entries.count == 0);
        px_lexicon_release(&lexicon);
    }
}

/* Is the entry, by category, text and (`weights`) weight, among the lexicon's? */
static bool has(const struct px_lexicon *lexicon, const struct px_entry *wanted, bool weights)
{
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        if (px_slice_equal(entry->text, wanted->text) && px_slice_equal(entry->category, wanted->category) &&
            (!weights || entry->weight == wanted->weight))
            return true;
    }
    return false;
}

static bool is_warned_of(const struct px_lexicon_warnings *warnings, const struct px_entry *entry)
{
    struct px_buffer quoted = {0};
    bool found = false;
    px_buffer_printf(&quoted, "'%.*s' ", PX_SLICE_ARG(entry->text));
    for (size_t i = 0; i < warnings->count; i++)
        found = found || (warnings->items[i].line == entry->line &&
                          px_slice_starts(warnings->items[i].message, px_buffer_slice(&quoted)));
    px_buffer_release(&quoted);
    return found;
}

/* Writes the lexicon and reads it back: what is not the same must have been warned of, with its line. */
static void go_round(const struct px_lexicon *lexicon, enum px_lexicon_format format)
{
    char path[32];
    char line[1024];
    struct px_buffer out = {0};
    struct px_arena arena = {0};
    struct px_lexicon_warnings warnings = {0};
    struct px_lexicon back;
    struct px_error error = {0};
    snprintf(path, sizeof path, "back.%s", px_lexicon_format_name(format));
    assert_int_equal(px_lexicon_write(format, lexicon, &out, &arena, &warnings, &error), PX_OK);
    if (px_lexicon_read(px_buffer_slice(&out), path, &back, &error) != PX_OK && lexicon->entries.count > 0 &&
        warnings.count == 0)
        fail_msg("%s\n%s", px_error_format(&error, line, sizeof line), out.data);
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        if (!has(&back, entry, true) && !is_warned_of(&warnings, entry))
            fail_msg("'%.*s' is lost by %s without a word:\n%s", PX_SLICE_ARG(entry->text), path, out.data);
    }
    px_lexicon_release(&back);
    px_arena_release(&arena);
    px_buffer_release(&out);
}

static void comes_back_from_every_format(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct px_lexicon lexicon;
        struct px_slice bytes = {samples[i].bytes, size_of(&samples[i])};
        assert_int_equal(px_lexicon_read(bytes, samples[i].path, &lexicon, NULL), PX_OK);
        for (int format = 0; format < PX_FORMAT_COUNT; format++)
            go_round(&lexicon, (enum px_lexicon_format)format);
        px_lexicon_release(&lexicon);
    }
}

/* What each format loses of one entry that has everything. */
static void warns_of_what_is_lost(void **state)
{
    (void)state;
    static const char *const lost[PX_FORMAT_COUNT] = {
        [PX_FORMAT_TSV] = "",
        [PX_FORMAT_YAML] = "loses its weight '0.5', unless 'oxen', note 'a beast': not held by yaml",
        [PX_FORMAT_DIC] = "loses its weight '0.5', unless 'oxen', note 'a beast': not held by dic",
        [PX_FORMAT_DICX] = "loses its unless 'oxen', note 'a beast': not held by dicx",
        [PX_FORMAT_CSV] = "",
        [PX_FORMAT_CAT] = "loses its unless 'oxen', note 'a beast': not held by cat",
        [PX_FORMAT_YKD] = "loses its weight '0.5', unless 'oxen', note 'a beast': not held by ykd",
        [PX_FORMAT_LCD] = "loses its weight '0.5', unless 'oxen', note 'a beast': not held by lcd",
        [PX_FORMAT_LC3] = "loses its weight '0.5', unless 'oxen', note 'a beast': not held by lc3",
        [PX_FORMAT_VADER] = "is left out: vader has no wildcards",
        [PX_FORMAT_AFINN] = "is left out: afinn has no wildcards",
    };
    for (int format = 0; format < PX_FORMAT_COUNT; format++) {
        struct px_buffer out = {0};
        struct px_arena arena = {0};
        struct px_lexicon_warnings warnings = {0};
        struct px_lexicon lexicon;
        px_lexicon_read(PX_SLICE("entry\tcategory\tweight\tunless\tnote\nox*\ta\t0.5\toxen\ta beast\n"), "a.tsv",
                        &lexicon, NULL);
        assert_int_equal(px_lexicon_write((enum px_lexicon_format)format, &lexicon, &out, &arena, &warnings, NULL),
                         PX_OK);
        assert_int_equal(warnings.count, lost[format][0] != '\0');
        if (warnings.count > 0) {
            assert_string_equal(warnings.items[0].message.data + strlen("'ox*' "), lost[format]);
            assert_int_equal(warnings.items[0].line, 2);
            assert_int_equal(warnings.items[0].column, 1);
        }
        px_lexicon_release(&lexicon);
        px_arena_release(&arena);
        px_buffer_release(&out);
    }
}

static void keeps_every_column(void **state)
{
    (void)state;
    const char *const columns[] = {"entry", "category", "weight", "hits"};
    const struct px_slice first[] = {PX_SLICE("#tag"), PX_SLICE("a"), PX_SLICE("0.5"), PX_SLICE("12")};
    const struct px_slice second[] = {PX_SLICE("ox"), PX_SLICE("a.b"), PX_SLICE(""), PX_SLICE("7\t8")};
    struct px_lexicon built;
    struct px_buffer out = {0};
    struct px_arena arena = {0};
    struct px_lexicon_warnings warnings = {0};
    assert_int_equal(px_lexicon_begin(&built, "dir/made.tsv", columns, 4, NULL), PX_OK);
    assert_true(px_slice_is(built.name, "made"));
    assert_int_equal(px_lexicon_add_metadata(&built, PX_SLICE("language"), PX_SLICE("en"), NULL), PX_OK);
    assert_int_equal(px_lexicon_add(&built, first, 0, 0, NULL), PX_OK);
    assert_int_equal(px_lexicon_add(&built, second, 0, 0, NULL), PX_OK);
    assert_int_equal(px_lexicon_write(PX_FORMAT_TSV, &built, &out, &arena, &warnings, NULL), PX_OK);
    assert_string_equal(out.data, "# language: en\ncategory\tentry\tweight\thits\na\t#tag\t0.5\t12\na.b\tox\t\t7 8\n");
    assert_int_equal(warnings.count, 0);
    px_lexicon_release(&built);
    px_arena_release(&arena);
    px_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_format),           cmocka_unit_test(says_where_a_file_is_malformed),
        cmocka_unit_test(comes_back_from_every_format), cmocka_unit_test(warns_of_what_is_lost),
        cmocka_unit_test(keeps_every_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
