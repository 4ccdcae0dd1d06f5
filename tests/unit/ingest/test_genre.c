/* Genre, the author's note and the language, over invented pages. */
#include "ingest_fixture.h"

#define LONG(n)                                                                                                       \
    "<p>" n " The harbour council voted on Tuesday to close the old ferry line, which had carried the people of the " \
    "island for more than ninety years, and nobody in the hall was surprised.</p>"
#define TEXT LONG("First.") LONG("Second.") LONG("Third.") LONG("Fourth.") LONG("Fifth.")
#define DATED "<meta property=article:published_time content=2024-05-06>"

struct page {
    const char *head, *title, *before, *after, *genre, *note;
};

static void test_pages(void **state)
{
    (void)state;
    static const struct page pages[] = {
        {DATED, "Ferry line to close", "", "", "news", ""},
        {"", "Ferry line to close", "", "", "unknown", ""},
        {DATED, "Opinion: The ferry must stay", "", "", "opinion", ""},
        {DATED, "The ferry must stay (Op-ed)", "", "", "opinion", ""},
        {DATED, "The ferry must stay | Opinion", "", "", "opinion", ""},
        {DATED "<meta property=article:section content=Opinion>", "The ferry must stay", "", "", "opinion", ""},
        {DATED "<link rel=canonical href='https://a.example/opinion/ferry'>", "The ferry", "", "", "opinion", ""},
        {DATED "<link rel=canonical href='https://a.example/news/opinion-polls-on-ferries'>", "Polls", "", "", "news",
         ""},
        {DATED "<link rel=canonical href='https://a.example/debatte/kommentar/2024/fähre'>", "Die Fähre", "", "",
         "opinion", ""},
        {DATED, "Ferry line to close", "<button>Comment</button>", "", "news", ""},
        {DATED, "Was die Fähre kostet", "<span>Analyse</span>", "", "analysis", ""},
        {DATED, "Décryptage : le dernier ferry", "", "", "analysis", ""},
        {DATED, "Las claves: el último ferry", "", "", "analysis", ""},
        {DATED, "Почему закрывают паром", "<span>Мнение</span>", "", "opinion", ""},
        {DATED, "Интервью с капитаном парома", "", "", "interview", ""},
        {DATED, "Entrevista a la capitana", "", "", "interview", ""},
        {DATED, "Interview mit der Kapitänin", "", "", "interview", ""},
        {DATED, "Le capitaine parle", "", "<p>Propos recueillis par Lise Armand pour le journal.</p>", "interview", ""},
        {DATED "<script type='application/ld+json'>{\"@type\":\"AnalysisNewsArticle\",\"headline\":\"The cost of a "
               "ferry\"}</script>",
         "The cost of a ferry", "", "", "analysis", ""},
        {DATED, "Ferry line to close", "",
         "<div class=note><p>The views expressed in this article are the author's and need not be ours.</p></div>",
         "opinion", "The views expressed in this article are the author's and need not be ours."},
        {DATED "<meta name=author content='Ada Quill'>", "Ferry line to close", "",
         "<p><i>Ada Quill is a professor of harbours at the Strait University.</i></p>", "news",
         "Ada Quill is a professor of harbours at the Strait University."},
        {DATED "<meta name=author content='Ada Quill'>", "Ferry line to close", "",
         "<p><i>Ada Quill is a professor of harbours at the Strait University. The views expressed in this article are "
         "hers and need not be ours.</i></p>",
         "opinion", "Ada Quill is a professor of harbours at the Strait University."},
        {DATED "<meta name=author content='Jutta Feld'>", "Die Fähre", "",
         "<p><i>Jutta Feld lehrt an der Hochschule und forscht über Häfen.</i></p>", "news",
         "Jutta Feld lehrt an der Hochschule und forscht über Häfen."},
        {DATED, "Die Fähre", "", "<p>Die Autorin ist Kapitänin und schreibt über Inseln.</p>", "news",
         "Die Autorin ist Kapitänin und schreibt über Inseln."},
        {DATED, "Le ferry", "", "<p>L'auteur est chercheur et enseigne la géographie des îles.</p>", "news",
         "L'auteur est chercheur et enseigne la géographie des îles."},
        {DATED, "El ferry", "", "<p>La autora es profesora de geografía en la universidad.</p>", "news",
         "La autora es profesora de geografía en la universidad."},
        {DATED, "Паром", "", "<p>Мнение автора может не совпадать с мнением редакции.</p>", "opinion",
         "Мнение автора может не совпадать с мнением редакции."},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char html[4000];
        struct px_article article;
        snprintf(html, sizeof html,
                 "<html><head><title>%s</title>%s</head><body><h1>%s</h1>%s<article>" TEXT "</article>%s</body></html>",
                 pages[i].title, pages[i].head, pages[i].title, pages[i].before, pages[i].after);
        read_as(html, PX_INPUT_HTML, &article);
        if (strcmp(px_genre_name(article.genre), pages[i].genre) != 0)
            fail_msg("'%s' (%zu) is %s", pages[i].title, i, px_genre_name(article.genre));
        assert_slice(article.author_note, pages[i].note);
        px_article_release(&article);
    }
}

/* A paragraph of the article tells who somebody is: that is no note. */
static void test_paragraph_is_no_note(void **state)
{
    (void)state;
    struct px_article article;
    read_as("<html><head><title>Ferry line to close</title></head><body><h1>Ferry line to close</h1><article>" TEXT
            "<p>Ben Roe, who is a professor of harbours, told the council on Tuesday that the line could be saved.</p>"
            "</article></body></html>",
            PX_INPUT_HTML, &article);
    assert_slice(article.author_note, "");
    px_article_release(&article);
}

/* Questions and answers are an interview whatever the words; a numbered list of answers is none. */
static void test_questions(void **state)
{
    (void)state;
    char html[6000], numbered[6000];
    size_t size = 0, other = 0;
    const char *start = "<html><head><title>The last captain</title>" DATED "</head><body><h1>The last captain</h1>";
    size += (size_t)snprintf(html, sizeof html, "%s", start);
    other += (size_t)snprintf(numbered, sizeof numbered, "%s", start);
    for (int i = 1; i < 8; i++) {
        const char *answer = "I have carried the people of the island for most of my life, and they were never many, "
                             "but they always came back with something to tell.";
        size += (size_t)snprintf(html + size, sizeof html - size,
                                 "<p><b>And what was it like in year %d of the line?</b></p><p>%s</p>", i, answer);
        other += (size_t)snprintf(numbered + other, sizeof numbered - other,
                                  "<p>%d. What will the ferry cost the people of the island?</p><p>%s</p>", i, answer);
    }
    struct px_article article;
    read_as(html, PX_INPUT_HTML, &article);
    assert_string_equal(px_genre_name(article.genre), "interview");
    px_article_release(&article);
    read_as(numbered, PX_INPUT_HTML, &article);
    assert_string_equal(px_genre_name(article.genre), "news");
    px_article_release(&article);
}

#define HAN "议会星期二决定关闭旧的渡轮航线，这条航线九十多年来一直为岛上的居民服务。"
#define KANA "議会は火曜日に、島の人々を九十年以上運んできた古いフェリー航路を廃止することを決めた。"

static void test_language(void **state)
{
    (void)state;
    static const char *const pages[][3] = {
        {"en",
         "Der Rat hat am Dienstag beschlossen, dass die alte Linie nicht mehr fährt und die Leute der Insel mit "
         "dem Boot über das Meer müssen.",
         "de"},
        {"pt",
         "A linha antiga, que era a mais bonita da ilha, acabou na terça-feira, e o conselho não quis dizer por "
         "que a decisão foi tomada agora.",
         "pt"},
        {"", "War", ""},
        {"", "War crimes alleged", ""},
        {"", "Der Rat und die Insel", "de"},
        {"", HAN HAN HAN, "zh"},
        {"", KANA KANA KANA, "ja"},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char html[2000];
        struct px_article article;
        snprintf(html, sizeof html, "<html lang='%s'><head><title>x</title></head><body><p>%s</p></body></html>",
                 pages[i][0], pages[i][1]);
        read_as(html, PX_INPUT_HTML, &article);
        assert_slice(article.language, pages[i][2]);
        px_article_release(&article);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages), cmocka_unit_test(test_paragraph_is_no_note),
                                       cmocka_unit_test(test_questions), cmocka_unit_test(test_language)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
