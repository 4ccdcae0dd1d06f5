/* Character sets: each input's bytes were written by hand from the set's table, and so was the text they mean. */
#include "ingest/charset.h"
#include "ingest_fixture.h"

struct decoded {
    struct px_arena arena;
    struct px_slice text;
    struct px_charset_notes notes;
    struct px_error error;
};

static enum px_status decode(const char *bytes, size_t size, struct decoded *decoded)
{
    *decoded = (struct decoded){.text = {NULL, 0}};
    enum px_status status = px_charset_decode((struct px_slice){bytes, size}, NULL, &decoded->arena, &decoded->text,
                                              &decoded->notes, &decoded->error);
    return status != PX_OK
               ? status
               : px_charset_repair_twice(&decoded->arena, &decoded->text, &decoded->notes.repaired, &decoded->error);
}

#define CHECK(bytes, expected)                                                  \
    do {                                                                        \
        struct decoded decoded_;                                                \
        assert_int_equal(decode((bytes), sizeof(bytes) - 1, &decoded_), PX_OK); \
        assert_slice(decoded_.text, (expected));                                \
        px_arena_release(&decoded_.arena);                                      \
    } while (0)

static void test_marks(void **state)
{
    (void)state;
    CHECK("\xEF\xBB\xBF"
          "Caf\xC3\xA9",
          "Caf\xC3\xA9");
    CHECK("\xFF\xFE"
          "C\0a\0f\0\xE9\0",
          "Caf\xC3\xA9");
    CHECK("\xFE\xFF"
          "\0C\0a\0f\0\xE9",
          "Caf\xC3\xA9");
    CHECK("\xFF\xFE\0\0"
          "C\0\0\0\xE9\0\0\0",
          "C\xC3\xA9");
    CHECK("\0\0\xFE\xFF"
          "\0\0\0C\0\0\0\xE9",
          "C\xC3\xA9");
}

/* "Совет порта" in UTF-16, most of whose bytes are not zero, and English in UTF-32. */
static void test_wide_without_mark(void **state)
{
    (void)state;
    CHECK("\x21\x04\x3E\x04\x32\x04\x35\x04\x42\x04 \0\x3F\x04\x3E\x04\x40\x04\x42\x04\x30\x04 \0\x40\x04\x35\x04",
          "Совет порта ре");
    CHECK("\x04\x21\x04\x3E\x04\x32\x04\x35\x04\x42\0 \x04\x3F\x04\x3E\x04\x40\x04\x42\x04\x30\0 \x04\x40\x04\x35",
          "Совет порта ре");
    CHECK("T\0h\0e\0 \0h\0a\0r\0b\0o\0u\0r\0 \0c\0o\0", "The harbour co");
    CHECK("T\0\0\0h\0\0\0e\0\0\0 \0\0\0b\0\0\0o\0\0\0a\0\0\0t\0\0\0", "The boat");
    CHECK("\0\0\0T\0\0\0h\0\0\0e\0\0\0 \0\0\0b\0\0\0o\0\0\0a\0\0\0t", "The boat");
}

/* Zero bytes that end strings in other people's code fall on odd places by chance. */
static void test_stray_zeros(void **state)
{
    (void)state;
    struct decoded decoded;
    static const char ascii[] = "The harbour\0 was shut by Wedn\0esday, he said";
    static const char marked[] = "The harbour\0 was “shut” by Wedn\0esday, the ca\0ptain said, and the old café at the "
                                 "pier, the née"; /* zeros at odd places */
    assert_int_equal(decode(ascii, sizeof ascii - 1, &decoded), PX_ERROR_INPUT);
    px_arena_release(&decoded.arena);
    assert_int_equal(decode(marked, sizeof marked - 1, &decoded), PX_ERROR_INPUT);
    px_arena_release(&decoded.arena);
    assert_int_equal(decode(marked, sizeof marked - 2, &decoded), PX_ERROR_INPUT); /* a character is cut */
    px_arena_release(&decoded.arena);
}

static void test_declared(void **state)
{
    (void)state;
    CHECK("<meta charset=\"windows-1251\">\xCF\xEE\xF0\xF2", "<meta charset=\"windows-1251\">Порт");
    CHECK("<META http-equiv=Content-Type content='text/html; charset=koi8-r'>\xF0\xCF\xD2\xD4",
          "<META http-equiv=Content-Type content='text/html; charset=koi8-r'>Порт");
    CHECK("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>\xB3\xF3\xBC",
          "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>łóź");
    CHECK("Content-Type: text/html; charset=iso-8859-15\n\n5 \xA4",
          "Content-Type: text/html; charset=iso-8859-15\n\n5 €");
    CHECK("<meta charset=shift_jis>\x8D\x60", "<meta charset=shift_jis>港");
    CHECK("<meta charset=gb2312>\xB8\xDB\x81\x40", "<meta charset=gb2312>港丂"); /* the second is GBK's alone */
    CHECK("<meta charset=iso-8859-1>\x93it\x92s\x94 \x85", "<meta charset=iso-8859-1>“it’s” …");
    CHECK("<meta charset=iso-8859-2>\x9Cwi\xEAto", "<meta charset=iso-8859-2>święto"); /* windows-1250 in truth */
    CHECK("<meta charset=iso-8859-9>\x93\xFE"
          "ey\x94",
          "<meta charset=iso-8859-9>“şey”");
    CHECK("\x1B$B9A\x1B(B and more", "港 and more"); /* ISO-2022-JP needs no declaration */
}

/* A script that speaks of charsets declares nothing; the page of an archive's wrapper declares two. */
static void test_false_declarations(void **state)
{
    (void)state;
    CHECK("<script>var a={charset='koi8-r'}</script>caf\xE9", "<script>var a={charset='koi8-r'}</script>café");
    CHECK("<meta charset=utf-8><meta charset=windows-1251>\xCF\xEE\xF0\xF2",
          "<meta charset=utf-8><meta charset=windows-1251>Порт");
    CHECK("<meta charset=windows-1251>caf\xC3\xA9", "<meta charset=windows-1251>café"); /* UTF-8 in truth */
}

static void check_guess(const char *bytes, const char *set, const char *expected)
{
    struct decoded decoded;
    assert_int_equal(decode(bytes, strlen(bytes), &decoded), PX_OK);
    assert_slice(decoded.text, expected);
    assert_string_equal(decoded.notes.guessed, set);
    px_arena_release(&decoded.arena);
}

static void test_guessed(void **state)
{
    (void)state;
    check_guess("\xD1\xEE\xE2\xE5\xF2 \xEF\xEE\xF0\xF2\xE0 \xF0\xE5\xF8\xE8\xEB \xE7\xE0\xEA\xF0\xFB\xF2\xFC "
                "\xF1\xF2\xE0\xF0\xF3\xFE \xEB\xE8\xED\xE8\xFE",
                "windows-1251", "Совет порта решил закрыть старую линию");
    check_guess("\xF3\xCF\xD7\xC5\xD4 \xD0\xCF\xD2\xD4\xC1 \xD2\xC5\xDB\xC9\xCC \xDA\xC1\xCB\xD2\xD9\xD4\xD8 "
                "\xD3\xD4\xC1\xD2\xD5\xC0 \xCC\xC9\xCE\xC9\xC0",
                "KOI8-R", "Совет порта решил закрыть старую линию");
    check_guess("\x91\xAE\xA2\xA5\xE2 \xAF\xAE\xE0\xE2\xA0 \xE0\xA5\xE8\xA8\xAB \xA7\xA0\xAA\xE0\xEB\xE2\xEC", "IBM866",
                "Совет порта решил закрыть");
    check_guess("Der Rat schlie\xDFt die alte F\xE4hre, die Boote sind f\xFCr gr\xF6\xDF"
                "ere Fahrten zu alt.",
                "", "Der Rat schließt die alte Fähre, die Boote sind für größere Fahrten zu alt.");
    check_guess("El a\xF1o pr\xF3ximo ser\xE1 dif\xED"
                "cil para la isla, dijo la alcaldesa: \xABnadie nos pregunt\xF3\xBB.",
                "", "El año próximo será difícil para la isla, dijo la alcaldesa: «nadie nos preguntó».");
}

/* Latin text in which all that is beyond ASCII stands by itself is no Russian: no-break spaces, marks, a sign. */
static void test_spaces_are_no_letters(void **state)
{
    (void)state;
    check_guess("Mr.\xA0Hask met Ms.\xA0Reuver and Dr.\xA0Ono at pier\xA0"
                "4, for \xA3\xA0"
                "5,\xA0"
                "and Mr.\xA0Tuuren stayed\xA0"
                "away. \xA9\xA0The Courier",
                "",
                "Mr.\u00A0Hask met Ms.\u00A0Reuver and Dr.\u00A0Ono at pier\u00A04, for £\u00A05,\u00A0and "
                "Mr.\u00A0Tuuren stayed\u00A0away. ©\u00A0The Courier");
}

/* ą is 0xB9 here, which ISO-8859-2 has for š; no byte tells the sets apart but the language. */
static void test_polish(void **state)
{
    (void)state;
    check_guess("Rada portu postanowi\xB3"
                "a zamkn\xB9\xE6 star\xB9 lini\xEA promow\xB9, kt\xF3ra wozi\xB3"
                "a mieszka\xF1"
                "c\xF3w wyspy od ponad dziewi\xEA\xE6"
                "dziesi\xEA"
                "ciu lat, i powiedzia\xB3"
                "a, \xBF"
                "e pieni\xB9"
                "dze s\xB9 potrzebne gdzie indziej.",
                "windows-1250",
                "Rada portu postanowiła zamknąć starą linię promową, która woziła mieszkańców wyspy od ponad "
                "dziewięćdziesięciu lat, i powiedziała, że pieniądze są potrzebne gdzie indziej.");
}

/* A page that calls itself Latin-1, as servers do, and is Russian. */
static void test_mislabelled(void **state)
{
    (void)state;
    check_guess("<meta charset=iso-8859-1>\xD1\xEE\xE2\xE5\xF2 \xEF\xEE\xF0\xF2\xE0 \xF0\xE5\xF8\xE8\xEB "
                "\xE7\xE0\xEA\xF0\xFB\xF2\xFC \xF1\xF2\xE0\xF0\xF3\xFE \xEB\xE8\xED\xE8\xFE",
                "windows-1251", "<meta charset=iso-8859-1>Совет порта решил закрыть старую линию");
}

static void test_mixed(void **state)
{
    (void)state;
    struct decoded decoded;
    const char bytes[] = "Caf\xC3\xA9 \xE2\x80\x93 na\xC3\xAFve \x96 it\x92s";
    assert_int_equal(decode(bytes, sizeof bytes - 1, &decoded), PX_OK);
    assert_slice(decoded.text, "Café – naïve – it’s");
    assert_int_equal(decoded.notes.stray, 2);
    px_arena_release(&decoded.arena);
    CHECK("<meta charset=utf-8>na\xC3\xAFve it\x92s \x93so\x94", "<meta charset=utf-8>naïve it’s “so”");
    CHECK("\xC9\xBB: LIBERT\xC9\xBB, \xE0 l'\xEEle, d\xE9j\xE0 v\xE9"
          "cue",
          "É»: LIBERTÉ», à l'île, déjà vécue"); /* two pairs that are UTF-8 by chance */
}

static void test_unknown(void **state)
{
    (void)state;
    struct decoded decoded;
    const char bytes[] = "<meta charset=\"klingon-8\">caf\xE9";
    assert_int_equal(decode(bytes, sizeof bytes - 1, &decoded), PX_OK);
    assert_slice(decoded.text, "<meta charset=\"klingon-8\">café");
    assert_string_equal(decoded.notes.unknown, "klingon-8");
    struct px_article article = {0};
    px_charset_warn(&decoded.notes, &article);
    assert_int_equal(article.warnings.count, 1);
    assert_slice(article.warnings.items[0], "unknown character set 'klingon-8'");
    px_article_release(&article);
    px_arena_release(&decoded.arena);
}

/* Zeros, surrogates and what is cut off in the middle. */
static void test_broken(void **state)
{
    (void)state;
    CHECK("The harbour council voted on Monday to close the line, and nobody asked the people of the island about it, "
          "nor of any other, as they said.\0Not one. It was a long night for all who had come to hear what was said.",
          "The harbour council voted on Monday to close the line, and nobody asked the people of the island about it, "
          "nor of any other, as they said. Not one. It was a long night for all who had come to hear what was said.");
    CHECK("caf\xC3\xA9 \xED\xA0\xBD\xED\xB8\x80 \xED\xA0\xBD.", "café 😀 \xEF\xBF\xBD."); /* a pair, and half of one */
    CHECK("caf\xC3\xA9 a\xC0\x80z", "café a z");
    CHECK("\xFF\xFE"
          "a\0\x3D\xD8z\0",
          "a\xEF\xBF\xBDz"); /* a lone surrogate in UTF-16 */
}

static void check_twice(const char *given, const char *expected, size_t repaired)
{
    struct decoded decoded;
    assert_int_equal(decode(given, strlen(given), &decoded), PX_OK);
    assert_slice(decoded.text, expected);
    assert_int_equal(decoded.notes.repaired, repaired);
    px_arena_release(&decoded.arena);
}

static void test_twice(void **state)
{
    (void)state;
    check_twice("Itâ€™s â€œsoâ€\xC2\x9D â€“ yes", "It’s “so” – yes", 4);
    check_twice("Le cafÃ© fermÃ© dâ€™Ã©tÃ©", "Le café fermé d’été", 5);
    check_twice("Le cafÃ© est fermÃ©.", "Le café est fermé.", 2);
    check_twice("“He” is PeÃ±a, ‘she’ is Nuñez, and PeÃ±a’s", "“He” is Peña, ‘she’ is Nuñez, and Peña’s", 2);
    check_twice("PeA\xCC\x83\xC2\xB1"
                "a met PeA\xCC\x83\xC2\xB1"
                "a.",
                "Peña met Peña.", 2);
    check_twice("ÐŸÐ¾Ñ€Ñ‚ Ð·Ð°ÐºÑ€Ñ‹Ñ‚", "Порт закрыт", 10);
}

/* What could be meant stays as it is. */
static void test_not_twice(void **state)
{
    (void)state;
    check_twice("SÃO PAULO, IRMÃ, À LA MÊME HEURE", "SÃO PAULO, IRMÃ, À LA MÊME HEURE", 0);
    check_twice("Er war „Spaß“ gewohnt, die Straß“", "Er war „Spaß“ gewohnt, die Straß“", 0);
    check_twice("« Il est arrivé…» et «LIBERTÉ»", "« Il est arrivé…» et «LIBERTÉ»", 0);
    check_twice("one Ã© alone", "one Ã© alone", 0);
    check_twice("Ã© and Â£ in a text with ç, ã, õ and é", "Ã© and Â£ in a text with ç, ã, õ and é", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),     cmocka_unit_test(test_wide_without_mark),
        cmocka_unit_test(test_declared),  cmocka_unit_test(test_false_declarations),
        cmocka_unit_test(test_guessed),   cmocka_unit_test(test_spaces_are_no_letters),
        cmocka_unit_test(test_polish),    cmocka_unit_test(test_mislabelled),
        cmocka_unit_test(test_mixed),     cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_broken),    cmocka_unit_test(test_twice),
        cmocka_unit_test(test_not_twice), cmocka_unit_test(test_stray_zeros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
