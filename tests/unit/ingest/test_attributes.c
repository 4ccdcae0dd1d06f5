/* Attributes: what hides an element, and which elements of a page are of one kind. */
#include "ingest/attributes.h"
#include "ingest_fixture.h"

#define BYTES(text) ((const unsigned char *)(text))

static void test_attributes_are_read_by_name(void **state)
{
    (void)state;
    const unsigned char *list[] = {BYTES("class"),  BYTES("story"), BYTES("data-x"),
                                   BYTES("1"),      BYTES("id"),    BYTES("number"),
                                   BYTES("hidden"), NULL,           NULL};
    struct px_attributes attributes;
    px_attributes_read(list, &attributes);
    assert_string_equal(attributes.class_name, "story");
    assert_string_equal(attributes.id, "number");
    assert_string_equal(attributes.is_hidden, ""); /* without a value */
    assert_null(attributes.style);
    px_attributes_read(NULL, &attributes);
    assert_null(attributes.class_name);
}

static void test_what_hides(void **state)
{
    (void)state;
    static const struct {
        struct px_attributes attributes;
        bool hides;
    } cases[] = {
        {{.class_name = "hidden"}, false},
        {{.is_hidden = ""}, true},
        {{.aria_hidden = "TRUE"}, true},
        {{.aria_hidden = "false"}, false},
        {{.style = "margin: 0; DISPLAY : none"}, true},
        {{.style = "visibility:hidden"}, true},
        {{.style = "display: block"}, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(px_attributes_hide(&cases[i].attributes), cases[i].hides);
}

/* Teasers in a list are numbered, and of one kind all the same. */
static void test_signatures_pass_over_numbers(void **state)
{
    (void)state;
    struct px_page page = {.words = 0};
    assert_non_null(px_vector_push(&page.elements, &page.arena));
    uint32_t first = px_attributes_signature(&page, 0, "div", "item-1 wide");
    assert_int_not_equal(first, 0);
    assert_int_equal(px_attributes_signature(&page, 0, "div", "item-2"), first);
    assert_int_not_equal(px_attributes_signature(&page, 0, "div", "items"), first);
    assert_int_not_equal(px_attributes_signature(&page, 0, "li", "item-1"), first);
    page.elements.items[0].signature = first;
    assert_int_not_equal(px_attributes_signature(&page, 0, "div", "item-1"), first);
    px_page_release(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attributes_are_read_by_name),
        cmocka_unit_test(test_what_hides),
        cmocka_unit_test(test_signatures_pass_over_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
