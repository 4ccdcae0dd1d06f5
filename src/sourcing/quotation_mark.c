#include "sourcing/quotation_mark.h"

static enum px_quotation_family family_of(uint32_t c)
{
    switch (c) {
    case 0x00AB:
    case 0x00BB:
    case 0x2039:
    case 0x203A: return PX_QUOTATION_ANGLE;
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F: return PX_QUOTATION_CORNER;
    case '\'':
    case '`':
    case 0x00B4:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B: return PX_QUOTATION_SINGLE;
    default: return PX_QUOTATION_DOUBLE;
    }
}

static const struct px_token *token_at(const struct px_quotation_block *in, uint32_t token)
{
    return &in->article->tokens.items[token];
}

static bool space_before(const struct px_quotation_block *in, uint32_t token)
{
    return token == in->first || (token_at(in, token)->flags & PX_TOKEN_SPACE_BEFORE) != 0;
}

static bool space_behind(const struct px_quotation_block *in, uint32_t token)
{
    return token + 1 >= in->end || (token_at(in, token + 1)->flags & PX_TOKEN_SPACE_BEFORE) != 0;
}

bool px_quotation_mark_read(const struct px_quotation_block *in, uint32_t token, struct px_quotation_mark *mark)
{
    const struct px_token *t = token_at(in, token);
    size_t at = t->start;
    if (px_token_is_word(t) || t->end - t->start > 3)
        return false;
    uint32_t c = px_utf8_next(in->article->text, &at);
    bool doubled = (c == '\'' || c == '`') && t->end == t->start + 2 && in->article->text.data[t->start + 1] == (char)c;
    enum px_quote_mark shape = px_utf8_quote_mark(c);
    if (shape == PX_QUOTE_NONE || (at != t->end && !doubled))
        return false;
    *mark = (struct px_quotation_mark){
        .token = token,
        .family = doubled ? PX_QUOTATION_DOUBLE : family_of(c),
        .shape = doubled && c == '\'' ? PX_QUOTE_EITHER : shape,
        .leans_back = !space_before(in, token),
        .leans_forward = !space_behind(in, token),
        .is_typographic = c >= 0x80,
    };
    return true;
}

bool px_quotation_is_punctuation(const struct px_quotation_block *in, uint32_t token)
{
    return token < in->end && token_at(in, token)->kind == PX_TOKEN_PUNCTUATION;
}

static bool is_number(const struct px_quotation_block *in, uint32_t token)
{
    return token < in->end && token_at(in, token)->kind == PX_TOKEN_NUMBER;
}

bool px_quotation_mark_can_open_single(const struct px_quotation_block *in, const struct px_quotation_mark *mark)
{
    if (mark->shape == PX_QUOTE_OPEN)
        return mark->leans_forward;
    if (mark->is_typographic || !mark->leans_forward || is_number(in, mark->token + 1))
        return false;
    return !mark->leans_back || px_quotation_is_punctuation(in, mark->token - 1);
}

bool px_quotation_mark_can_close_single(const struct px_quotation_block *in, const struct px_quotation_mark *mark)
{
    return mark->shape == PX_QUOTE_APOSTROPHE && mark->leans_back &&
           (!mark->leans_forward || px_quotation_is_punctuation(in, mark->token + 1));
}

bool px_quotation_mark_is_inches(const struct px_quotation_block *in, const struct px_quotation_mark *mark)
{
    return mark->shape == PX_QUOTE_EITHER && mark->leans_back && mark->token > in->first &&
           is_number(in, mark->token - 1);
}

bool px_quotation_mark_looks_opening(const struct px_quotation_block *in, const struct px_quotation_mark *mark)
{
    return mark->leans_forward && (!mark->leans_back || (px_quotation_is_punctuation(in, mark->token - 1) &&
                                                         !px_quotation_is_punctuation(in, mark->token + 1)));
}
