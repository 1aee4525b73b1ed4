/*
 * The table of the C engine: how layout.pack() packs it, and how it is checked and made ready, once for each engine.
 */
#ifndef XTCP_TABLE_H
#define XTCP_TABLE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { HDR = 16, NLA = 4, MSG = 72, MAX_SLOTS = 64, MAX_OPS = 256, MAX_NAMES = 32, MAX_ATTRS = 64, SLACK = 16, SIMPLE_TAG = 2, ROW_TAG = 0x52, BAD_MESSAGE = 74 };
enum { NOOP = 1, ERROR = 2, DONE = 3, OVERRUN = 4, LEGACY = 18, BY_FAMILY = 20, F_REQUEST = 1, F_DUMP_INTR = 0x10, TYPE_MASK = 0x3fff };

/* layout.KINDS */
enum kind { STAMP, COUNTER, U8, U16, U32, U64, BE16, LE16, COOKIE, BYTES16, CSTR, ENUM, FLAG, COUNT100, ATTRIBUTES, LENGTH, KINDS };
static const uint8_t widths[KINDS] = { [U8] = 1, [U16] = 2, [U32] = 4, [U64] = 8, [BE16] = 2, [LE16] = 2, [COOKIE] = 8, [BYTES16] = 16 };

/* trouble.KINDS */
enum trouble {
    LATE, UNKNOWN_TYPE, BAD_LENGTH, SHORT_ROW, SHORT_ERROR, REQUEST, ACK, NOOPS, OVERRUNS, INTERRUPTED,
    ATTRIBUTE_CUT, ATTRIBUTE_UNKNOWN, ATTRIBUTE_LONG, ATTRIBUTE_SHORT, ATTRIBUTE_TWICE, NESTED_CUT, NESTED_UNKNOWN, BAD_TEXT, TROUBLES
};

struct slot { uint16_t parent, number, size, least, container; };
struct packed_op { uint8_t kind, slot; uint16_t offset; uint8_t width, shift, bits, tag_len; uint8_t tag[4]; };
struct op {
    uint64_t mask;
    uint64_t tag_word;                     /* the tag as the low bytes of a little-endian number */
    uint16_t offset, end;                  /* end: behind the member */
    uint8_t shift, tag_len, kind, slot;
    uint8_t tag[4];
};
/* Operations of one slot that stand together and can be done together. */
struct step {
    const struct op *ops;
    uint16_t n_ops;
    uint16_t reach;                        /* how far from its slot's start a run may read, eight bytes at a time */
    uint8_t slot, gate;                    /* gate: the outermost attribute around the slot, or the slot itself */
    uint8_t skip;                          /* how many steps behind this one have the same gate */
    bool run, simple;                      /* run: plain numbers; simple: neither shifted nor behind a tag of another length */
};
struct name { uint8_t value, len; char text[14]; };

struct table {
    uint16_t n_slots, n_ops, n_names, n_steps;
    uint16_t text_ops;                     /* how many operations copy text */
    uint32_t row_bound;                    /* bytes of the longest row, without stamp and text */
    struct slot slots[MAX_SLOTS];
    struct op ops[MAX_OPS];
    struct step steps[MAX_OPS];
    struct name names[MAX_NAMES];
    uint32_t least[MAX_SLOTS], room[MAX_SLOTS];  /* bytes that an attribute must have, and that it may have beyond */
    uint8_t outermost[MAX_ATTRS];          /* attribute number -> slot, 0: unknown */
    uint8_t outer[MAX_SLOTS];              /* slot -> number of the outermost attribute around what is inside it */
    uint8_t containers[MAX_SLOTS + 1];     /* slots with attributes inside, parents first; ends with 0 */
};

static const char *take(const char **from, const char *limit, size_t n)
{
    const char *at = *from;
    if ((size_t)(limit - at) < n)
        return NULL;
    *from = at + n;
    return at;
}

static uint8_t outermost_slot(const struct table *t, uint8_t slot)
{
    while (t->slots[slot].parent)
        slot = (uint8_t)t->slots[slot].parent;
    return slot;
}

/* Plain numbers are those that eight bytes in host order, shifted and masked, give: on little-endian hosts only. */
static bool is_plain(const struct op *o)
{
    bool plain = o->kind == U8 || o->kind == U16 || o->kind == U32 || o->kind == U64 || o->kind == LE16 || o->kind == COOKIE;
    return plain && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
}

/* Nearly all plain numbers are simple: with constants for the rest, the loop over them is a third shorter. */
static bool is_simple(const struct op *o)
{
    return is_plain(o) && !o->shift && o->tag_len == SIMPLE_TAG;
}

static void find_steps(struct table *t)
{
    struct step *step = NULL;
    for (const struct op *o = t->ops; o < t->ops + t->n_ops; o++) {
        bool joins = step && step->slot == o->slot && step->run == is_plain(o) && step->simple == is_simple(o) && (!step->run || o->end >= o[-1].end);
        if (!joins) {
            step = &t->steps[t->n_steps++];
            *step = (struct step){ .ops = o, .slot = o->slot, .gate = outermost_slot(t, o->slot), .run = is_plain(o), .simple = is_simple(o) };
        }
        step->n_ops++;
        if (step->reach < o->offset + 8)
            step->reach = (uint16_t)(o->offset + 8);
    }
    for (int i = t->n_steps - 2; i >= 0; i--)
        if (t->steps[i].gate == t->steps[i + 1].gate)
            t->steps[i].skip = (uint8_t)(t->steps[i + 1].skip + 1);
}

/* The packed table of layout.pack(); every index in it is checked here, once. */
static const char *load_table(struct table *t, const char *data, size_t len)
{
    const char *limit = data + len, *at;
    uint16_t head[3];
    if (!(at = take(&data, limit, sizeof head)))
        return "the counts are missing";
    memcpy(head, at, sizeof head);
    t->row_bound = SLACK;
    t->n_slots = head[0], t->n_ops = head[1], t->n_names = head[2];
    if (!t->n_slots || t->n_slots > MAX_SLOTS || t->n_ops > MAX_OPS || t->n_names > MAX_NAMES)
        return "too many slots, operations or names";
    if (!(at = take(&data, limit, t->n_slots * sizeof *t->slots)))
        return "slots are missing";
    memcpy(t->slots, at, t->n_slots * sizeof *t->slots);
    if (!(at = take(&data, limit, t->n_ops * sizeof(struct packed_op))))
        return "operations are missing";
    const char *ops = at;
    if (!(at = take(&data, limit, t->n_names * sizeof *t->names)))
        return "names are missing";
    memcpy(t->names, at, t->n_names * sizeof *t->names);
    if (data != limit)
        return "bytes are left over";
    if (t->slots[0].parent)
        return "the message itself has no parent";
    for (unsigned i = 1, containers = 0; i < t->n_slots; i++) {
        const struct slot *s = &t->slots[i];
        t->least[i] = s->least;
        t->room[i] = s->size ? (uint32_t)s->size - s->least : UINT32_MAX - s->least;
        if (s->container)
            t->containers[containers++] = (uint8_t)i;
        if (s->size && s->size < s->least)
            return "a structure is smaller than its first member";
        if (s->parent >= i || (s->parent == 0 && (s->number == 0 || s->number >= MAX_ATTRS)))
            return "a slot stands before its parent, or its number is out of range";
        if (s->parent == 0)
            t->outermost[s->number] = (uint8_t)i;
        t->outer[i] = s->parent ? t->outer[s->parent] : (uint8_t)s->number;
    }
    for (unsigned i = 0, parts = 0; i < t->n_ops; i++) {
        struct packed_op o;
        memcpy(&o, ops + i * sizeof o, sizeof o);
        if (o.kind >= KINDS || o.slot >= t->n_slots || o.tag_len > sizeof o.tag || o.bits > 8 || o.shift > 8 || o.offset > 1024 ||
            o.width != widths[o.kind])
            return "an operation is out of range";
        if (o.kind == STAMP && (o.offset > 2 || o.offset != parts++ || o.slot))
            return "a stamp has three parts, in this order, each once";
        unsigned bits = o.bits ? o.bits : o.width * 8u;
        uint64_t mask = bits && bits < 64 ? ((uint64_t)1 << bits) - 1 : UINT64_MAX;
        t->ops[i] = (struct op){ .kind = o.kind, .slot = o.slot, .offset = o.offset, .end = (uint16_t)(o.offset + o.width), .shift = o.shift,
                                 .mask = mask, .tag_len = o.tag_len };
        memcpy(t->ops[i].tag, o.tag, sizeof o.tag);
        for (unsigned b = 0; b < o.tag_len; b++)
            t->ops[i].tag_word |= (uint64_t)o.tag[b] << (8 * b);
        t->text_ops += o.kind == CSTR;
        t->row_bound += o.tag_len + (o.kind == BYTES16 ? 17 : o.width && o.width < 8 ? (o.width * 8 + 6) / 7 : 10);
    }
    find_steps(t);
    for (unsigned i = 0; i < t->n_names; i++)
        if (t->names[i].len > sizeof t->names[i].text)
            return "a name is too long";
    return NULL;
}

#endif
