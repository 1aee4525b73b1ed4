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

#include "_table.h"

struct span { const uint8_t *data; uint32_t len; };

struct counts { bool any; uint32_t n[TROUBLES][MAX_ATTRS]; };  /* n is set to 0 with the first note */

typedef struct { PyObject_HEAD struct table table; PyObject *kinds, *decoded; } Engine;

static void note(struct counts *c, enum trouble what, unsigned number)
{
    if (!c->any)
        memset(c->n, 0, sizeof c->n);
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

/* One number that is not 0, behind a tag of tag_len bytes. Up to 28 bits (nearly all) tag and value are one store, without a loop: how many
 * bytes a value takes changes from row to row, and a wrong guess costs more than the whole field. */
static inline uint8_t *put_number(uint8_t *out, const struct op *op, unsigned tag_len, uint64_t v)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (v < (uint32_t)1 << 28) {
        unsigned top = 31 - (unsigned)__builtin_clz((uint32_t)v);
        uint32_t x = ((uint32_t)v & 0x0fffc000) << 2 | ((uint32_t)v & 0x00003fff);
        x = (x & 0x3f803f80) << 1 | (x & 0x007f007f) | CONTINUED[top];
        uint64_t word = op->tag_word | (uint64_t)x << (8 * tag_len);
        memcpy(out, &word, sizeof word);
        return out + tag_len + VARINT_BYTES[top];
    }
#endif
    return put_varint(put_tag(out, op), v);
}

/* A fixed number of bytes is a load and a store; memcpy of a variable number is a call. */
static uint8_t *put_bytes16(uint8_t *out, const struct op *op, const uint8_t *data)
{
    out = put_tag(out, op);
    *out++ = 16;
    memcpy(out, data, 16);
    return out + 16;
}

/* `from` may be read, and `out` written, up to a multiple of 16 bytes. */
static uint8_t *put_padded(uint8_t *out, struct span from)
{
    for (uint32_t i = 0; i < from.len; i += 16)
        memcpy(out + i, from.data + i, 16);
    return out + from.len;
}

/* The messages of a datagram, one at a time. */
struct cursor { const uint8_t *data; size_t len, at; int64_t seq, portid; };

enum next { ROW, END, OUT };

/* The next socket's body, the end of the dump (*error: 0 or an errno), or no more data. Trouble is only noted when counts is given. */
static enum next next_message(struct cursor *c, struct span *body, int64_t *error, struct counts *counts)
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

/* What is known of one row while it is written. A slot may be read only where its bit in `there` is set. */
struct row {
    uint64_t there, seen;                  /* seen: the numbers of the outermost attributes */
    struct span slots[MAX_SLOTS];
};

/* Put each attribute of `data` into its slot. The last of two wins. `outer` is the number of the outermost attribute around, 0 for none:
 * inlined, so that the usual case is compiled without the other. */
static inline __attribute__((always_inline)) void attributes(const struct table *t, struct span data, unsigned parent, unsigned outer, struct row *row,
                                                             struct counts *counts)
{
    const uint8_t *at = data.data, *stop = data.data + data.len;
    while (at < stop) {
        uint32_t left = (uint32_t)(stop - at);
        uint32_t length = left >= NLA ? load16(at) : 0;
        if (length < NLA || length > left) {
            note(counts, outer ? NESTED_CUT : ATTRIBUTE_CUT, outer);
            break;
        }
        unsigned number = load16(at + 2) & TYPE_MASK;
        struct span payload = { at + NLA, length - NLA };
        uint32_t step = (length + 3) & ~3u;
        at += step < left ? step : left;
        unsigned index = 0;
        if (outer) {
            index = find_nested(t, parent, number);
        } else if (number < MAX_ATTRS) {
            index = t->outermost[number];
            row->seen |= (uint64_t)1 << number;
        }
        unsigned counted = outer ? outer : number;
        if (!index) {
            note(counts, outer ? NESTED_UNKNOWN : ATTRIBUTE_UNKNOWN, counted);
            continue;
        }
        if (row->there >> index & 1)
            note(counts, ATTRIBUTE_TWICE, counted);
        if (payload.len - t->least[index] > t->room[index])
            note(counts, payload.len < t->least[index] ? ATTRIBUTE_SHORT : ATTRIBUTE_LONG, counted);
        row->there |= (uint64_t)1 << index;
        row->slots[index] = payload;
    }
}

/* Names are a few letters long: loops, because calls of memchr, memcmp and memcpy cost more than the whole field. */
static uint32_t text_length(struct span s)
{
    uint32_t len = 0;
    while (len < s.len && s.data[len])
        len++;
    return len;
}

static uint64_t enum_value(const struct table *t, struct span s)
{
    uint32_t len = text_length(s);
    for (const struct name *n = t->names; n < t->names + t->n_names; n++) {
        if (n->len != len)
            continue;
        uint32_t same = 0;
        while (same < len && n->text[same] == (char)s.data[same])
            same++;
        if (same == len)
            return n->value;
    }
    return 0;
}

static uint8_t *put_text(uint8_t *out, const struct table *t, const struct op *op, struct span s, struct counts *counts)
{
    uint32_t len = text_length(s);
    if (!len)
        return out;
    uint8_t *at = put_varint(put_tag(out, op), len);
    for (uint32_t i = 0; i < len; i++) {
        if (s.data[i] < 0x20 || s.data[i] > 0x7e) {
            note(counts, BAD_TEXT, t->outer[op->slot]);
            return out;
        }
        *at++ = s.data[i];
    }
    return at;
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

/* A run of plain numbers, all within reach: each is eight bytes, shifted and masked, whatever its width. Their ends only rise, so where
 * the attribute is too short for one it is too short for the rest. */
static uint8_t *put_run(uint8_t *out, const struct step *step, struct span s)
{
    const struct op *op = step->ops, *stop = op + step->n_ops;
    while (stop > op && stop[-1].end > s.len)
        stop--;
    if (step->simple) {
        for (; op < stop; op++) {
            uint64_t v = load64(s.data + op->offset) & op->mask;
            if (v)
                out = put_number(out, op, SIMPLE_TAG, v);
        }
    } else {
        for (; op < stop; op++) {
            uint64_t v = load64(s.data + op->offset) >> op->shift & op->mask;
            if (v)
                out = put_number(out, op, op->tag_len, v);
        }
    }
    return out;
}

static uint8_t *put_op(uint8_t *out, const struct table *t, const struct op *op, struct span s, const struct row *row, const struct span *stamp,
                       uint64_t counter, struct counts *counts)
{
    uint64_t value;
    switch ((enum kind)op->kind) {
    case STAMP: return put_padded(out, stamp[op->offset]);
    case BYTES16: return put_bytes16(out, op, s.data + op->offset);
    case CSTR: return put_text(out, t, op, s, counts);
    case COUNTER: value = counter; break;
    case ENUM: value = enum_value(t, s); break;
    case FLAG: value = 1; break;
    case COUNT100: value = s.len / 100; break;
    case ATTRIBUTES: value = row->seen; break;
    case LENGTH: value = s.len; break;
    default: value = number(op, s.data + op->offset) >> op->shift & op->mask;
    }
    return value ? put_number(out, op, op->tag_len, value) : out;
}

static uint8_t *put_row(uint8_t *out, const struct table *t, struct span body, const uint8_t *limit, const struct span *stamp, uint64_t counter,
                        struct counts *counts)
{
    struct row row;
    row.there = 1;
    row.seen = 0;
    row.slots[0] = (struct span){ body.data, MSG };
    attributes(t, (struct span){ body.data + MSG, body.len - MSG }, 0, 0, &row, counts);
    for (const uint8_t *c = t->containers; *c; c++)
        if (row.there >> *c & 1)
            attributes(t, row.slots[*c], *c, t->outer[*c], &row, counts);

    for (const struct step *step = t->steps, *stop = step + t->n_steps; step < stop; step++) {
        if (!(row.there >> step->gate & 1)) {
            step += step->skip;
            continue;
        }
        if (!(row.there >> step->slot & 1))
            continue;
        struct span s = row.slots[step->slot];
        if (step->run && step->reach <= limit - s.data) {
            out = put_run(out, step, s);
            continue;
        }
        for (const struct op *op = step->ops; op < step->ops + step->n_ops; op++)
            if (s.len >= op->end)
                out = put_op(out, t, op, s, &row, stamp, counter, counts);
    }
    return out;
}

/* A row behind its frame; two bytes of length are usual, so that is what is kept free. */
static uint8_t *put_framed(uint8_t *out, const struct table *t, struct span body, const uint8_t *limit, const struct span *stamp,
                           uint64_t counter, struct counts *counts)
{
    uint8_t *row = out + 3;
    size_t len = (size_t)(put_row(row, t, body, limit, stamp, counter, counts) - row);
    *out = ROW_TAG;
    if (len >> 7 && !(len >> 14)) {
        out[1] = (uint8_t)(len | 0x80);
        out[2] = (uint8_t)(len >> 7);
        return row + len;
    }
    uint8_t frame[10];
    size_t frame_len = (size_t)(put_varint(frame, len) - frame);
    memmove(out + 1 + frame_len, row, len);
    memcpy(out + 1, frame, frame_len);
    return out + 1 + frame_len + len;
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
    enum next next;
    while ((next = next_message(&cursor, &body, &error, counts)) == ROW)
        sockets++;
    *end = next == END ? PyLong_FromLongLong(error) : Py_NewRef(Py_None);
    return sockets;
}

/* A Decoded of abc.py: a tuple by another name, made as tuple.__new__ makes it. */
static PyObject *decoded(const Engine *self, PyObject *five)
{
    newfunc new_tuple = (newfunc)PyType_GetSlot(&PyTuple_Type, Py_tp_new);
    PyObject *args = five ? PyTuple_Pack(1, five) : NULL;
    PyObject *made = args ? new_tuple((PyTypeObject *)self->decoded, args, NULL) : NULL;
    Py_XDECREF(args);
    Py_XDECREF(five);
    return made;
}

static uint64_t optional_u64(PyObject *number, uint64_t otherwise)
{
    return number ? PyLong_AsUnsignedLongLong(number) : otherwise;
}

static PyObject *decode(Engine *self, PyObject *args, PyObject *kwargs)
{
    static char *names[] = { "datagram", "seq", "portid", "stamp", "reserve", "modulus", "ordinal", NULL };
    const struct table *t = &self->table;
    Py_buffer in, head, middle, tail;
    PyObject *seq, *portid, *reserve, *every = NULL, *from = NULL, *end = NULL, *chunk = NULL, *trouble = NULL, *result = NULL;
    uint64_t rows = 0, counter = 0;
    uint8_t *scratch = NULL;
    struct counts counts;
    counts.any = false;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "y*OO(y*y*y*)O|O!O!", names, &in, &seq, &portid, &head, &middle, &tail, &reserve,
                                     &PyLong_Type, &every, &PyLong_Type, &from))
        return NULL;
    struct cursor cursor = { in.buf, (size_t)in.len, 0, optional_u32(seq), optional_u32(portid) };
    uint64_t modulus = PyErr_Occurred() ? 0 : optional_u64(every, 1);
    uint64_t ordinal = PyErr_Occurred() ? 0 : optional_u64(from, 0);
    if (PyErr_Occurred())
        goto out;
    if (!modulus || in.len > INT32_MAX || head.len + middle.len + tail.len > INT32_MAX / 2) {
        PyErr_SetString(PyExc_ValueError, "modulus is 0, or a datagram or stamp is larger than 1 GiB");
        goto out;
    }
    uint64_t sockets = count_sockets(cursor, &end, &counts);
    if (!end)
        goto out;
    uint64_t first = (modulus - ordinal % modulus) % modulus;
    if (first < sockets)
        rows = (sockets - first - 1) / modulus + 1;
    if (rows) {
        PyObject *number = PyObject_CallFunction(reserve, "K", (unsigned long long)rows);
        counter = number ? PyLong_AsUnsignedLongLong(number) : 0;
        Py_XDECREF(number);
        if (PyErr_Occurred())
            goto out;
    }

    const Py_buffer *parts[3] = { &head, &middle, &tail };
    size_t stamp_len = (size_t)(head.len + middle.len + tail.len), stamp_room = stamp_len + 3 * SLACK;
    /* Text is copied from the datagram: each byte of it at most once for each operation that copies text. */
    scratch = malloc(stamp_room + (size_t)rows * (t->row_bound + stamp_len) + (size_t)in.len * t->text_ops + SLACK);
    if (!scratch) {
        PyErr_NoMemory();
        goto out;
    }
    struct span stamp[3];
    uint8_t *at = scratch;
    for (int i = 0; i < 3; i++) {
        stamp[i] = (struct span){ at, (uint32_t)parts[i]->len };
        memset(at + parts[i]->len, 0, SLACK);
        memcpy(at, parts[i]->buf, (size_t)parts[i]->len);
        at += parts[i]->len + SLACK;
    }
    uint8_t *start = at, *stop = at;
    Py_BEGIN_ALLOW_THREADS
    struct span body;
    int64_t error;
    for (uint64_t i = 0; i < sockets && next_message(&cursor, &body, &error, NULL) == ROW; i++)
        if (i >= first && (i - first) % modulus == 0)
            stop = put_framed(stop, t, body, cursor.data + cursor.len, stamp, counter++, &counts);
    Py_END_ALLOW_THREADS
    chunk = PyBytes_FromStringAndSize((char *)start, stop - start);
    trouble = counts.any ? trouble_dict(self, &counts) : Py_NewRef(Py_None);
    if (chunk && trouble)
        result = decoded(self, Py_BuildValue("(OKKOO)", chunk, (unsigned long long)rows, (unsigned long long)sockets, end, trouble));
out:
    free(scratch);
    Py_XDECREF(chunk);
    Py_XDECREF(trouble);
    Py_XDECREF(end);
    PyBuffer_Release(&in);
    PyBuffer_Release(&head);
    PyBuffer_Release(&middle);
    PyBuffer_Release(&tail);
    return result;
}

static PyObject *engine_new(PyTypeObject *type, PyObject *args, PyObject *Py_UNUSED(kwargs))
{
    Py_buffer packed;
    PyObject *kinds, *decoded;
    if (!PyArg_ParseTuple(args, "y*O!O!", &packed, &PyTuple_Type, &kinds, &PyType_Type, &decoded))
        return NULL;
    allocfunc alloc = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Engine *self = (Engine *)alloc(type, 0);
    const char *problem = NULL;
    if (self) {
        problem = load_table(&self->table, packed.buf, (size_t)packed.len);
        if (!problem && PyTuple_Size(kinds) != TROUBLES)
            problem = "the kinds of trouble are not as many as here";
        if (!problem && !PyType_IsSubtype((PyTypeObject *)decoded, &PyTuple_Type))
            problem = "what it answers in is no tuple";
        self->kinds = Py_NewRef(kinds);
        self->decoded = Py_NewRef(decoded);
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
    Py_XDECREF(self->decoded);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef engine_methods[] = {
    { "decode", (PyCFunction)(void (*)(void))decode, METH_VARARGS | METH_KEYWORDS,
      "decode(datagram, seq, portid, stamp, reserve, modulus=1, ordinal=0) -> Decoded" },
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
