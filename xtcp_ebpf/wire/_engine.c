/*
 * The C engine: an interpreter of the table that layout.py packs. It knows no field names.
 *
 * It does what reference.py does, byte for byte: two passes over a datagram, message headers first, then rows, the second without the
 * GIL. Every load is a memcpy behind a length check; nothing that is returned points into the datagram.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { HDR = 16, NLA = 4, MSG = 72, MAX_SLOTS = 64, MAX_OPS = 256, MAX_NAMES = 32, MAX_ATTRS = 64, SLACK = 16, ROW_TAG = 0x52, BAD_MESSAGE = 74 };
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
    uint8_t kind, slot;
    uint16_t offset;
    uint8_t width, shift, tag_len, tag[4];
    uint64_t mask;
    uint64_t tag_word;                     /* the tag as the low bytes of a little-endian number */
    uint16_t run;                          /* this and the next run-1 are plain numbers of one slot; 0: it is none */
    uint16_t reach;                        /* how far from its slot's start the run may read, eight bytes at a time */
    uint16_t gate, gated;                  /* when slot `gate` is empty, this and the next gated-1 have nothing to say */
};
struct name { uint8_t value, len; char text[14]; };

struct table {
    uint16_t n_slots, n_ops, n_names;
    uint16_t text_ops;                     /* how many operations copy text */
    uint32_t row_bound;                    /* bytes of the longest row, without stamp and text */
    struct slot slots[MAX_SLOTS];
    struct op ops[MAX_OPS];
    struct name names[MAX_NAMES];
    uint8_t outermost[MAX_ATTRS];          /* attribute number -> slot, 0: unknown */
    uint8_t outer[MAX_SLOTS];              /* slot -> number of the outermost attribute around what is inside it */
    uint8_t containers[MAX_SLOTS + 1];     /* slots with attributes inside, parents first; ends with 0 */
};

struct span { const uint8_t *data; uint32_t len; };

struct counts { bool any; uint32_t n[TROUBLES][MAX_ATTRS]; };

typedef struct { PyObject_HEAD struct table table; PyObject *kinds; } Engine;

static void note(struct counts *c, enum trouble what, unsigned number)
{
    c->any = true;
    c->n[what][number < MAX_ATTRS ? number : MAX_ATTRS - 1]++;
}

static uint16_t load16(const uint8_t *p) { uint16_t v; memcpy(&v, p, sizeof v); return v; }
static uint32_t load32(const uint8_t *p) { uint32_t v; memcpy(&v, p, sizeof v); return v; }
static uint64_t load64(const uint8_t *p) { uint64_t v; memcpy(&v, p, sizeof v); return v; }

static uint8_t *put_varint(uint8_t *out, uint64_t v)
{
    while (v > 0x7f) {
        *out++ = (uint8_t)(v | 0x80);
        v >>= 7;
    }
    *out++ = (uint8_t)v;
    return out;
}

/* A fixed four bytes is one store; what is behind tag_len is overwritten. Scratch has room for that (SLACK). */
static uint8_t *put_tag(uint8_t *out, const struct op *op)
{
    memcpy(out, op->tag, sizeof op->tag);
    return out + op->tag_len;
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ROWS7(a) a, a, a, a, a, a, a
/* By the number of the highest set bit: how many bytes the varint takes, and its continuation bits. */
static const uint8_t VARINT_BYTES[28] = { ROWS7(1), ROWS7(2), ROWS7(3), ROWS7(4) };
static const uint32_t CONTINUED[28] = { ROWS7(0), ROWS7(0x80), ROWS7(0x8080), ROWS7(0x808080) };
#endif

/* One number, left out when it is 0. Up to 28 bits (nearly all) tag and value are one store, without a loop: how many bytes a value takes
 * changes from row to row, and a wrong guess costs more than the whole field. */
static inline uint8_t *put_number(uint8_t *out, const struct op *op, uint64_t v)
{
    if (!v)
        return out;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (v < (uint32_t)1 << 28) {
        unsigned top = 31 - (unsigned)__builtin_clz((uint32_t)v);
        uint32_t x = ((uint32_t)v & 0x0fffc000) << 2 | ((uint32_t)v & 0x00003fff);
        x = (x & 0x3f803f80) << 1 | (x & 0x007f007f) | CONTINUED[top];
        uint64_t word = op->tag_word | (uint64_t)x << (8 * op->tag_len);
        memcpy(out, &word, sizeof word);
        return out + op->tag_len + VARINT_BYTES[top];
    }
#endif
    return put_varint(put_tag(out, op), v);
}

static uint8_t *put_bytes(uint8_t *out, const struct op *op, const uint8_t *data, uint32_t len)
{
    out = put_varint(put_tag(out, op), len);
    memcpy(out, data, len);
    return out + len;
}

/* The messages of a datagram, one at a time. */
struct cursor { const uint8_t *data; size_t len, at; int64_t seq, portid; };

enum step { ROW, END, OUT };

/* The next socket's body, the end of the dump (*error: 0 or an errno), or no more data. Trouble is only noted when counts is given. */
static enum step next_message(struct cursor *c, struct span *body, int64_t *error, struct counts *counts)
{
#define NOTE(what) do { if (counts) note(counts, what, 0); } while (0)
    while (c->at < c->len) {
        size_t left = c->len - c->at;
        const uint8_t *h = c->data + c->at;
        uint32_t length = left < HDR ? 0 : load32(h);
        if (length < HDR || length > left) {
            NOTE(BAD_LENGTH);
            break;
        }
        uint16_t type = load16(h + 4), flags = load16(h + 6);
        size_t step = ((size_t)length + 3) & ~(size_t)3;
        c->at = step < left ? c->at + step : c->len;
        body->data = h + HDR;
        body->len = length - HDR;
        if ((c->seq >= 0 && load32(h + 8) != c->seq) || (c->portid >= 0 && load32(h + 12) != c->portid)) {
            NOTE(LATE);
            continue;
        }
        if ((flags & F_REQUEST) && type > OVERRUN) {
            NOTE(REQUEST);
            continue;
        }
        if (flags & F_DUMP_INTR)
            NOTE(INTERRUPTED);
        switch (type) {
        case DONE:
            *error = body->len >= 4 ? -(int64_t)(int32_t)load32(body->data) : 0;
            if (*error < 0)
                *error = 0;
            return END;
        case ERROR:
            if (body->len < 4) {
                NOTE(SHORT_ERROR);
                *error = BAD_MESSAGE;
                return END;
            }
            *error = (int32_t)load32(body->data);
            if (*error < 0)
                *error = -*error;
            if (*error)
                return END;
            NOTE(ACK);
            break;
        case NOOP:
            NOTE(NOOPS);
            break;
        case OVERRUN:
            NOTE(OVERRUNS);
            break;
        case LEGACY:
        case BY_FAMILY:
            if (body->len >= MSG)
                return ROW;
            NOTE(SHORT_ROW);
            break;
        default:
            NOTE(UNKNOWN_TYPE);
        }
    }
    return OUT;
#undef NOTE
}

static unsigned find_nested(const struct table *t, unsigned parent, unsigned number)
{
    for (unsigned i = 1; i < t->n_slots; i++)
        if (t->slots[i].parent == parent && t->slots[i].number == number)
            return i;
    return 0;
}

/* Put each attribute of `data` into its slot; answers the bit set of their numbers. The last of two wins. */
static uint64_t attributes(const struct table *t, struct span data, unsigned parent, struct span *slots, struct counts *counts)
{
    unsigned outer = t->outer[parent];
    uint64_t seen = 0;
    uint32_t at = 0;
    while (at < data.len) {
        uint32_t left = data.len - at;
        uint32_t length = left >= NLA ? load16(data.data + at) : 0;
        if (length < NLA || length > left) {
            note(counts, outer ? NESTED_CUT : ATTRIBUTE_CUT, outer);
            break;
        }
        unsigned number = load16(data.data + at + 2) & TYPE_MASK;
        struct span payload = { data.data + at + NLA, length - NLA };
        uint32_t step = (length + 3) & ~3u;
        at = step < left ? at + step : data.len;
        unsigned index;
        if (outer) {
            index = find_nested(t, parent, number);
        } else {
            index = number < MAX_ATTRS ? t->outermost[number] : 0;
            if (number < MAX_ATTRS)
                seen |= (uint64_t)1 << number;
        }
        unsigned counted = outer ? outer : number;
        if (!index) {
            note(counts, outer ? NESTED_UNKNOWN : ATTRIBUTE_UNKNOWN, counted);
            continue;
        }
        const struct slot *slot = &t->slots[index];
        if (slots[index].data)
            note(counts, ATTRIBUTE_TWICE, counted);
        if (slot->size && payload.len > slot->size)
            note(counts, ATTRIBUTE_LONG, counted);
        if (payload.len < slot->least)
            note(counts, ATTRIBUTE_SHORT, counted);
        slots[index] = payload;
    }
    return seen;
}

static uint32_t text_length(struct span s)
{
    const uint8_t *nul = s.len ? memchr(s.data, 0, s.len) : NULL;
    return nul ? (uint32_t)(nul - s.data) : s.len;
}

static uint64_t enum_value(const struct table *t, struct span s)
{
    uint32_t len = text_length(s);
    for (unsigned i = 0; i < t->n_names; i++)
        if (t->names[i].len == len && !memcmp(t->names[i].text, s.data, len))
            return t->names[i].value;
    return 0;
}

static uint8_t *put_text(uint8_t *out, const struct table *t, const struct op *op, struct span s, struct counts *counts)
{
    uint32_t len = text_length(s);
    for (uint32_t i = 0; i < len; i++)
        if (s.data[i] < 0x20 || s.data[i] > 0x7e) {
            note(counts, BAD_TEXT, t->outer[op->slot]);
            return out;
        }
    return len ? put_bytes(out, op, s.data, len) : out;
}

static uint64_t number(const struct op *op, const uint8_t *p)
{
    switch ((enum kind)op->kind) {
    case U8: return *p;
    case U16: return load16(p);
    case U32: return load32(p);
    case U64: return load64(p);
    case BE16: return (uint64_t)p[0] << 8 | p[1];
    case LE16: return (uint64_t)p[1] << 8 | p[0];
    case COOKIE: return (uint64_t)load32(p + 4) << 32 | load32(p);
    default: return 0;
    }
}

/* A run of plain numbers, all within reach: each is eight bytes, shifted and masked, whatever its width. */
static uint8_t *put_run(uint8_t *out, const struct op *op, struct span s)
{
    for (const struct op *stop = op + op->run; op < stop; op++)
        if (s.len >= (uint32_t)op->offset + op->width)
            out = put_number(out, op, load64(s.data + op->offset) >> op->shift & op->mask);
    return out;
}

static uint8_t *put_row(uint8_t *out, const struct table *t, struct span body, const uint8_t *limit, const struct span *stamp, uint64_t counter,
                        struct counts *counts)
{
    struct span slots[MAX_SLOTS];
    memset(slots, 0, t->n_slots * sizeof *slots);
    slots[0] = (struct span){ body.data, MSG };
    uint64_t seen = attributes(t, (struct span){ body.data + MSG, body.len - MSG }, 0, slots, counts);
    for (const uint8_t *c = t->containers; *c; c++)
        if (slots[*c].data)
            attributes(t, slots[*c], *c, slots, counts);

    for (const struct op *op = t->ops; op < t->ops + t->n_ops; op++) {
        if (!slots[op->gate].data) {
            op += op->gated - 1;
            continue;
        }
        struct span s = slots[op->slot];
        uint64_t value;
        if (op->run && s.data && op->reach <= limit - s.data) {
            out = put_run(out, op, s);
            op += op->run - 1;
            continue;
        }
        if (!s.data || s.len < (uint32_t)op->offset + op->width)
            continue;
        switch ((enum kind)op->kind) {
        case STAMP:
            memcpy(out, stamp[op->offset].data, stamp[op->offset].len);
            out += stamp[op->offset].len;
            continue;
        case COUNTER: value = counter; break;
        case ENUM: value = enum_value(t, s); break;
        case FLAG: value = 1; break;
        case COUNT100: value = s.len / 100; break;
        case ATTRIBUTES: value = seen; break;
        case LENGTH: value = s.len; break;
        case BYTES16: out = put_bytes(out, op, s.data + op->offset, 16); continue;
        case CSTR: out = put_text(out, t, op, s, counts); continue;
        default: value = number(op, s.data + op->offset) >> op->shift & op->mask;
        }
        out = put_number(out, op, value);
    }
    return out;
}

/* A row behind its frame; two bytes of length are usual, so that is what is kept free. */
static uint8_t *put_framed(uint8_t *out, const struct table *t, struct span body, const uint8_t *limit, const struct span *stamp,
                           uint64_t counter, struct counts *counts)
{
    uint8_t *row = out + 3;
    size_t len = (size_t)(put_row(row, t, body, limit, stamp, counter, counts) - row);
    uint8_t frame[11] = { ROW_TAG };
    size_t frame_len = (size_t)(put_varint(frame + 1, len) - frame);
    if (frame_len != 3)
        memmove(out + frame_len, row, len);
    memcpy(out, frame, frame_len);
    return out + frame_len + len;
}

static PyObject *trouble_dict(const Engine *self, const struct counts *counts)
{
    PyObject *dict = PyDict_New();
    for (int kind = 0; dict && kind < TROUBLES; kind++)
        for (int number = 0; number < MAX_ATTRS; number++) {
            if (!counts->n[kind][number])
                continue;
            PyObject *key = Py_BuildValue("(Oi)", PyTuple_GetItem(self->kinds, kind), number);
            PyObject *value = PyLong_FromUnsignedLong(counts->n[kind][number]);
            int failed = !key || !value || PyDict_SetItem(dict, key, value);
            Py_XDECREF(key);
            Py_XDECREF(value);
            if (failed) {
                Py_DECREF(dict);
                return NULL;
            }
        }
    return dict;
}

/* -1: any. What no u32 can be matches nothing. */
static int64_t optional_u32(PyObject *o)
{
    unsigned long long v = o == Py_None ? 0 : PyLong_AsUnsignedLongLong(o);
    return o == Py_None ? -1 : v > UINT32_MAX ? INT64_MAX : (int64_t)v;
}

/* First pass: how many sockets, how does it end. */
static uint64_t count_sockets(struct cursor cursor, PyObject **end, struct counts *counts)
{
    uint64_t sockets = 0;
    int64_t error = 0;
    struct span body;
    enum step step;
    while ((step = next_message(&cursor, &body, &error, counts)) == ROW)
        sockets++;
    *end = step == END ? PyLong_FromLongLong(error) : Py_NewRef(Py_None);
    return sockets;
}

static PyObject *decode(Engine *self, PyObject *args)
{
    const struct table *t = &self->table;
    Py_buffer in, head, middle, tail;
    PyObject *seq, *portid, *reserve, *every, *from, *end = NULL, *chunk = NULL, *trouble = NULL, *result = NULL;
    unsigned long long modulus, ordinal, rows = 0, counter = 0;
    if (!PyArg_ParseTuple(args, "y*OO(y*y*y*)OO!O!", &in, &seq, &portid, &head, &middle, &tail, &reserve, &PyLong_Type, &every, &PyLong_Type, &from))
        return NULL;
    struct counts *counts = PyMem_Calloc(1, sizeof *counts);
    uint8_t *scratch = NULL;
    struct cursor cursor = { in.buf, (size_t)in.len, 0, optional_u32(seq), optional_u32(portid) };
    modulus = PyErr_Occurred() ? 0 : PyLong_AsUnsignedLongLong(every);
    ordinal = PyErr_Occurred() ? 0 : PyLong_AsUnsignedLongLong(from);
    if (PyErr_Occurred())
        goto out;
    if (!counts) {
        PyErr_NoMemory();
        goto out;
    }
    if (!modulus || in.len > INT32_MAX || head.len + middle.len + tail.len > INT32_MAX / 2) {
        PyErr_SetString(PyExc_ValueError, "modulus is 0, or a datagram or stamp is larger than 1 GiB");
        goto out;
    }
    uint64_t sockets = count_sockets(cursor, &end, counts);
    if (!end)
        goto out;
    unsigned long long first = (modulus - ordinal % modulus) % modulus;
    if (first < sockets)
        rows = (sockets - first - 1) / modulus + 1;
    if (rows) {
        PyObject *number = PyObject_CallFunction(reserve, "K", rows);
        counter = number ? PyLong_AsUnsignedLongLong(number) : 0;
        Py_XDECREF(number);
        if (PyErr_Occurred())
            goto out;
    }

    struct span stamp[3] = { { head.buf, (uint32_t)head.len }, { middle.buf, (uint32_t)middle.len }, { tail.buf, (uint32_t)tail.len } };
    size_t row_bound = t->row_bound + (size_t)(head.len + middle.len + tail.len);
    /* Text is copied from the datagram: each byte of it at most once for each operation that copies text. */
    scratch = malloc((size_t)rows * row_bound + (size_t)in.len * t->text_ops + SLACK);
    if (!scratch) {
        PyErr_NoMemory();
        goto out;
    }
    uint8_t *stop = scratch;
    Py_BEGIN_ALLOW_THREADS
    struct span body;
    int64_t error;
    for (uint64_t i = 0; i < sockets && next_message(&cursor, &body, &error, NULL) == ROW; i++)
        if (i >= first && (i - first) % modulus == 0)
            stop = put_framed(stop, t, body, cursor.data + cursor.len, stamp, counter++, counts);
    Py_END_ALLOW_THREADS
    chunk = PyBytes_FromStringAndSize((char *)scratch, stop - scratch);
    trouble = counts->any ? trouble_dict(self, counts) : Py_NewRef(Py_None);
    if (chunk && trouble)
        result = Py_BuildValue("(OKKOO)", chunk, rows, (unsigned long long)sockets, end, trouble);
out:
    free(scratch);
    PyMem_Free(counts);
    Py_XDECREF(chunk);
    Py_XDECREF(trouble);
    Py_XDECREF(end);
    PyBuffer_Release(&in);
    PyBuffer_Release(&head);
    PyBuffer_Release(&middle);
    PyBuffer_Release(&tail);
    return result;
}

static const char *take(const char **from, const char *limit, size_t n)
{
    const char *at = *from;
    if ((size_t)(limit - at) < n)
        return NULL;
    *from = at + n;
    return at;
}

static uint16_t outermost_slot(const struct table *t, uint16_t slot)
{
    while (t->slots[slot].parent)
        slot = t->slots[slot].parent;
    return slot;
}

static void find_gates(struct table *t)
{
    for (int i = t->n_ops - 1; i >= 0; i--) {
        struct op *o = &t->ops[i], *next = i + 1 < t->n_ops ? o + 1 : NULL;
        o->gate = outermost_slot(t, o->slot);
        o->gated = next && next->gate == o->gate ? next->gated + 1 : 1;
    }
}

/* Plain numbers are those that eight bytes in host order, shifted and masked, give: on little-endian hosts only. */
static void find_runs(struct table *t)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    for (int i = t->n_ops - 1; i >= 0; i--) {
        struct op *o = &t->ops[i], *next = i + 1 < t->n_ops ? o + 1 : NULL;
        if (o->kind != U8 && o->kind != U16 && o->kind != U32 && o->kind != U64 && o->kind != LE16 && o->kind != COOKIE)
            continue;
        bool joined = next && next->run && next->slot == o->slot;
        o->run = joined ? next->run + 1 : 1;
        o->reach = joined && next->reach > o->offset + 8 ? next->reach : o->offset + 8;
    }
#else
    (void)t;
#endif
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
    for (unsigned i = 1, containers = 0; i < t->n_slots; i++) {
        const struct slot *s = &t->slots[i];
        if (s->container)
            t->containers[containers++] = (uint8_t)i;
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
        t->ops[i] = (struct op){ .kind = o.kind, .slot = o.slot, .offset = o.offset, .width = o.width, .shift = o.shift, .tag_len = o.tag_len, .mask = mask };
        memcpy(t->ops[i].tag, o.tag, sizeof o.tag);
        for (unsigned b = 0; b < o.tag_len; b++)
            t->ops[i].tag_word |= (uint64_t)o.tag[b] << (8 * b);
        t->text_ops += o.kind == CSTR;
        t->row_bound += o.tag_len + (o.kind == BYTES16 ? 17 : o.width && o.width < 8 ? (o.width * 8 + 6) / 7 : 10);
    }
    find_gates(t);
    find_runs(t);
    for (unsigned i = 0; i < t->n_names; i++)
        if (t->names[i].len > sizeof t->names[i].text)
            return "a name is too long";
    return NULL;
}

static PyObject *engine_new(PyTypeObject *type, PyObject *args, PyObject *Py_UNUSED(kwargs))
{
    Py_buffer packed;
    PyObject *kinds;
    if (!PyArg_ParseTuple(args, "y*O!", &packed, &PyTuple_Type, &kinds))
        return NULL;
    allocfunc alloc = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Engine *self = (Engine *)alloc(type, 0);
    const char *problem = NULL;
    if (self) {
        problem = load_table(&self->table, packed.buf, (size_t)packed.len);
        if (!problem && PyTuple_Size(kinds) != TROUBLES)
            problem = "the kinds of trouble are not as many as here";
        self->kinds = Py_NewRef(kinds);
    }
    PyBuffer_Release(&packed);
    if (problem) {
        PyErr_Format(PyExc_ValueError, "the packed table does not fit this engine: %s", problem);
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void engine_dealloc(Engine *self)
{
    PyTypeObject *type = Py_TYPE((PyObject *)self);
    Py_XDECREF(self->kinds);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef engine_methods[] = {
    { "decode", (PyCFunction)decode, METH_VARARGS, "decode(datagram, seq, portid, stamp, reserve, modulus, ordinal) -> (chunk, rows, sockets, end, trouble)" },
    { 0 }
};

static PyType_Slot engine_slots[] = { { Py_tp_new, engine_new }, { Py_tp_dealloc, engine_dealloc }, { Py_tp_methods, engine_methods }, { 0, NULL } };
static PyType_Spec engine_spec = { "xtcp_ebpf.wire._engine.Engine", sizeof(Engine), 0, Py_TPFLAGS_DEFAULT, engine_slots };

static int module_exec(PyObject *module)
{
    PyObject *type = PyType_FromSpec(&engine_spec);
    int failed = !type || PyModule_AddObjectRef(module, "Engine", type);
    Py_XDECREF(type);
    return failed ? -1 : 0;
}

static PyModuleDef_Slot module_slots[] = { { Py_mod_exec, module_exec }, { 0, NULL } };
static struct PyModuleDef module = { PyModuleDef_HEAD_INIT, "_engine", "The C engine (see engine.py).", 0, NULL, module_slots, NULL, NULL, NULL };

PyMODINIT_FUNC PyInit__engine(void) { return PyModuleDef_Init(&module); }
