/* check_svg FILE...: says what is wrong with a picture: not well-formed, without name or description, with text that
 * runs into other text or out of the picture (by an estimate of its width), or with nothing drawn in it. */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TEXTS = 4000 };

struct box {
    double left, top, right, bottom;
    char text[40];
};

struct picture {
    const char *path;
    double width, height;
    struct box texts[MOST_TEXTS];
    size_t text_count;
    size_t shapes;
    size_t problems;
};

static void problem(struct picture *picture, const char *what, const char *detail)
{
    printf("%s: %s: %s\n", picture->path, what, detail);
    picture->problems++;
}

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static double number(xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    double result = value == NULL ? 0 : strtod((const char *)value, NULL);
    xmlFree(value);
    return result;
}

static bool has_value(xmlNode *node, const char *name, const char *expected)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    bool same = value != NULL && strcmp((const char *)value, expected) == 0;
    xmlFree(value);
    return same;
}

static void check_inside(struct picture *picture, const struct box *box)
{
    const double slack = .6;
    if (box->left < -slack || box->top < -slack || box->right > picture->width + slack ||
        box->bottom > picture->height + slack)
        problem(picture, "out of the picture", box->text);
}

/* What is seen of a text is what stands behind its <title>. Half an em a character, as sans-serif type has it. */
static void add_text(struct picture *picture, xmlNode *node)
{
    double size = number(node, "font-size"), x = number(node, "x"), y = number(node, "y");
    struct box *box = &picture->texts[picture->text_count];
    *box = (struct box){.top = y - .75 * size, .bottom = y + .2 * size};
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type == XML_TEXT_NODE)
            snprintf(box->text, sizeof box->text, "%s", (const char *)child->content);
    double width = .5 * size * xmlUTF8Strlen((const xmlChar *)box->text);
    box->left = has_value(node, "text-anchor", "end")      ? x - width
                : has_value(node, "text-anchor", "middle") ? x - width / 2
                                                           : x;
    box->right = box->left + width;
    if (box->text[0] == '\0')
        problem(picture, "a text without text", picture->path);
    check_inside(picture, box);
    for (size_t i = 0; i < picture->text_count; i++) {
        const struct box *other = &picture->texts[i];
        if (box->left < other->right && other->left < box->right && box->top < other->bottom &&
            other->top < box->bottom) {
            problem(picture, "a text runs into another", box->text);
            problem(picture, "  it is", other->text);
        }
    }
    if (picture->text_count + 1 < MOST_TEXTS)
        picture->text_count++;
}

static void add_shape(struct picture *picture, xmlNode *node)
{
    if (has_value(node, "class", "paper"))
        return;
    picture->shapes++;
    struct box box = {.text = "a shape"};
    if (is(node, "rect"))
        box = (struct box){number(node, "x"), number(node, "y"), number(node, "x") + number(node, "width"),
                           number(node, "y") + number(node, "height"), "a rectangle"};
    else if (is(node, "circle"))
        box = (struct box){number(node, "cx"), number(node, "cy"), number(node, "cx"), number(node, "cy"), "a dot"};
    else if (is(node, "line"))
        box = (struct box){number(node, "x1"), number(node, "y1"), number(node, "x2"), number(node, "y2"), "a line"};
    check_inside(picture, &box);
}

static void walk(struct picture *picture, xmlNode *node)
{
    for (; node != NULL; node = node->next) {
        if (is(node, "text"))
            add_text(picture, node);
        else if (is(node, "rect") || is(node, "line") || is(node, "circle") || is(node, "path"))
            add_shape(picture, node);
        if (is(node, "script") ||
            (node->type == XML_ELEMENT_NODE && xmlHasProp(node, (const xmlChar *)"style") != NULL))
            problem(picture, "a script or a style attribute", (const char *)node->name);
        if (!is(node, "text"))
            walk(picture, node->children);
    }
}

/* <title> and <desc> come first, hold text, and are what the picture is labelled by. */
static void check_frame(struct picture *picture, xmlNode *root)
{
    xmlChar *box = xmlGetNoNsProp(root, (const xmlChar *)"viewBox");
    char *height = NULL;
    if (box != NULL && strncmp((const char *)box, "0 0 ", 4) == 0) {
        picture->width = strtod((const char *)box + 4, &height);
        picture->height = strtod(height, NULL);
    }
    if (!is(root, "svg") || picture->width <= 0 || picture->height <= 0)
        problem(picture, "no view box", (const char *)root->name);
    xmlFree(box);
    xmlNode *title = xmlFirstElementChild(root), *description = title == NULL ? NULL : xmlNextElementSibling(title);
    if (description == NULL || !is(title, "title") || !is(description, "desc") || title->children == NULL ||
        description->children == NULL || !has_value(root, "role", "img") ||
        xmlHasProp(root, (const xmlChar *)"aria-labelledby") == NULL)
        problem(picture, "no name or description", (const char *)root->name);
}

static size_t check(const char *path)
{
    static struct picture picture;
    memset(&picture, 0, sizeof picture);
    picture.path = path;
    xmlDoc *document = xmlReadFile(path, "UTF-8", XML_PARSE_NONET);
    xmlNode *root = document == NULL ? NULL : xmlDocGetRootElement(document);
    if (root == NULL) {
        problem(&picture, "not well-formed", path);
        return picture.problems;
    }
    check_frame(&picture, root);
    walk(&picture, root->children);
    if (picture.shapes < 3 || picture.text_count < 2)
        problem(&picture, "nothing is drawn in it", path);
    xmlFreeDoc(document);
    return picture.problems;
}

int main(int argc, char **argv)
{
    size_t problems = 0;
    for (int i = 1; i < argc; i++)
        problems += check(argv[i]);
    xmlCleanupParser();
    return problems > 0 || argc < 2;
}
