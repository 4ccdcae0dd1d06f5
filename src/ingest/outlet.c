/* The outlet's name, where a page gives only its address. */
#include "ingest/metadata.h"
#include "text/utf8.h"

enum { NAME_BYTES = 80, DOMAINS_AT_MOST = 64, OWNERS_AT_MOST = 4 };

/* The label that names the outlet: "themoscowtimes" of "www.themoscowtimes.co.uk". */
static struct px_slice domain_label(struct px_slice domain)
{
    struct px_slice rest = domain, label, longest = {0};
    while (px_slice_next(&rest, '.', &label))
        if (rest.size > 0 && label.size > longest.size)
            longest = label;
    return longest;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Letters and digits alone, in lower case. */
static size_t squeeze(struct px_slice text, char out[NAME_BYTES])
{
    size_t size = 0;
    for (size_t i = 0; i < text.size && size < NAME_BYTES; i++)
        if (is_letter(text.data[i]) || (unsigned char)text.data[i] >= 0x80)
            out[size++] = (char)(text.data[i] >= 'A' && text.data[i] <= 'Z' ? text.data[i] | 32 : text.data[i]);
    return size;
}

bool px_outlet_spells(struct px_slice piece, struct px_slice domain)
{
    char letters[NAME_BYTES], other[NAME_BYTES];
    size_t size = squeeze(piece, letters);
    const struct px_slice names[] = {domain_label(domain), domain};
    for (size_t i = 0; i < 2 && size > 2 && size < NAME_BYTES; i++)
        if (squeeze(names[i], other) == size && memcmp(letters, other, size) == 0)
            return true;
    return false;
}

/* Do the letters from `at` on spell the label, over words that begin with capitals? Where they end, or 0. */
static size_t spell(struct px_slice text, size_t at, struct px_slice label, size_t *words)
{
    size_t used = 0;
    bool start = true;
    *words = 0;
    while (used < label.size && at < text.size) {
        char c = text.data[at];
        if (is_letter(c)) {
            if (start)
                ++*words;
            if ((c | 32) != (label.data[used] | 32))
                return 0;
            used++;
        } else if (c != ' ' && c != '-' && c != '\'' && c != '&') {
            return 0;
        } else if (label.data[used] == c) {
            used++;
        }
        start = !is_letter(c);
        at++;
    }
    return used == label.size && (at == text.size || !is_letter(text.data[at])) ? at : 0;
}

/* Where the name begins, with an article before it ("for The Ledger"): a short word with a capital behind a small
 * one. */
static size_t name_start(struct px_slice text, size_t at)
{
    size_t start = at;
    while (start > 0 && (text.data[start - 1] == ' ') == (start == at))
        start--;
    bool fits = start > 1 && at - start <= 5 && at - start >= 3 && text.data[start] >= 'A' && text.data[start] <= 'Z' &&
                text.data[start - 2] >= 'a' && text.data[start - 2] <= 'z';
    return fits ? start : at;
}

struct px_slice px_outlet_name_domain(const struct px_page *page, struct px_slice domain)
{
    struct px_slice label = domain_label(domain), name = domain;
    size_t most = 0;
    if (label.size < 3)
        return domain;
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_slice text = page->units.items[i].text;
        for (size_t at = 0; at < text.size; at++) {
            bool start = text.data[at] >= 'A' && text.data[at] <= 'Z' && (at == 0 || !is_letter(text.data[at - 1]));
            size_t words = 0, end = start ? spell(text, at, label, &words) : 0;
            if (end > 0 && words > most &&
                !(end < text.size && text.data[end] == '.' && end + 1 < text.size && is_letter(text.data[end + 1]))) {
                most = words;
                name = px_slice_part(text, name_start(text, at), end);
            }
        }
    }
    return name;
}

static bool is_host_byte(char c)
{
    return is_letter(c) || c == '-' || c == '.';
}

/* The host name behind an "@", "//" or "www." that ends at `at`. */
static struct px_slice host_at(struct px_slice text, size_t at)
{
    size_t end = at, dots = 0;
    while (end < text.size && is_host_byte(text.data[end])) {
        dots += text.data[end] == '.';
        end++;
    }
    while (end > at && text.data[end - 1] == '.') {
        end--;
        dots--;
    }
    struct px_slice host = px_slice_part(text, at, end);
    if (px_slice_starts(host, PX_SLICE("www.")))
        host = px_slice_part(host, 4, host.size);
    return dots == 0 || dots > 4 || host.size > NAME_BYTES ? (struct px_slice){NULL, 0} : host;
}

struct px_slice px_outlet_find_domain(const struct px_page *page)
{
    struct px_slice found[DOMAINS_AT_MOST];
    size_t counts[DOMAINS_AT_MOST] = {0}, count = 0, best = 0;
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_slice text = page->units.items[i].text;
        for (size_t at = 1; at < text.size; at++) {
            bool address = (text.data[at - 1] == '@' && at > 1 && is_letter(text.data[at - 2])) ||
                           (text.data[at - 1] == '/' && at > 1 && text.data[at - 2] == '/') ||
                           (text.data[at - 1] == 'w' && text.data[at] == 'w' &&
                            px_slice_starts(px_slice_part(text, at - 1, text.size), PX_SLICE("www.")));
            struct px_slice host =
                address ? host_at(text, at + (text.data[at - 1] == 'w' ? 3 : 0)) : (struct px_slice){0};
            size_t k = 0;
            while (host.size > 0 && k < count && !px_slice_equal(found[k], host))
                k++;
            if (host.size == 0 || k == DOMAINS_AT_MOST)
                continue;
            found[k] = host;
            counts[k]++;
            count += k == count;
            if (counts[k] > counts[best])
                best = k;
        }
    }
    return count == 0 ? (struct px_slice){NULL, 0} : found[best];
}

/* Behind the sign and the years of "© 2019-2024 The Courier Company"; 0 for a line that claims nothing. */
static size_t owner_start(struct px_slice text)
{
    size_t sign = px_slice_find(text, PX_SLICE("\xC2\xA9"), 0), next = sign + 2;
    if (sign == SIZE_MAX)
        return 0;
    for (size_t at = next; at < text.size; at = next)
        if (px_utf8_is_letter(px_utf8_next(text, &next)))
            return at;
    return 0;
}

static bool stands_elsewhere(const struct px_page *page, size_t unit, struct px_slice name)
{
    for (size_t i = 0; i < page->units.count; i++)
        if (i != unit && px_slice_find(page->units.items[i].text, name, 0) != SIZE_MAX)
            return true;
    return false;
}

struct px_slice px_outlet_find_owner(const struct px_page *page)
{
    for (size_t i = page->units.count, tried = 0; i-- > 0 && tried < OWNERS_AT_MOST;) {
        struct px_slice text = page->units.items[i].text;
        size_t start = owner_start(text), words = 0, best = 0;
        tried += start > 0;
        for (size_t at = start + 1; start > 0 && at <= text.size && at - start < NAME_BYTES; at++) {
            if (at < text.size && text.data[at] != ' ')
                continue;
            bool closed = strchr(",.;|", text.data[at - 1]) != NULL; /* the name ends here */
            if (!stands_elsewhere(page, i, px_slice_part(text, start, at - closed)))
                break;
            best = ++words > 1 ? at - closed : best;
            if (closed)
                break;
        }
        if (best > 0)
            return px_slice_part(text, start, best);
    }
    return (struct px_slice){NULL, 0};
}
