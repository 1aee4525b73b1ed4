/*
 * Rows of chunks as sums: what accumulate.py's PythonAccumulator does, number for number, without an object for a row.
 *
 * It knows no field names: their numbers come packed from picture.py. A row's fields stand in the order of their numbers, as both engines
 * write them, so it is read up to the last that is counted and no further. Every load is behind a length check, and the GIL is released.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A cursor stays in registers only where all that moves it is inlined: a third of the time. */
#define INLINE static inline __attribute__((always_inline))

enum { ROW_TAG = 0x52, LAST_STATE = 13, ESTABLISHED = 1, MAX_BOUNDS = 32, HEADER = 20 };
enum wire { VARINT, FIXED64, LENGTH, FIXED32 = 5 };
enum counted { STATE, TIMEOUTS_IN_A_ROW, LOST, RETRANS, RTT_US, TOTAL_RETRANS, COUNTED };
enum owner { INODE, COOKIE, OWNER };
enum place { STATES = 16, SEGMENTS = STATES, EVER, TIMEOUTS, RETRANSMITTING, LOSING, RTT_SUM_US, RTT, PLACES = RTT + MAX_BOUNDS + 1 };

struct span { const uint8_t *data, *end; };

struct table {
    uint16_t counted[COUNTED], owner[OWNER], own;  /* own: the first field that differs from row to row */
    unsigned n_bounds;
    uint32_t bounds[MAX_BOUNDS];
};

struct work {
    struct table table;
    uint64_t sums[PLACES], owner[OWNER];
    const uint8_t *head;                           /* of the row before: the fields before `own` */
    size_t head_len, at;                           /* at: where the row under way begins in its chunk */
    bool begun;
    const char *problem;
};

/* A record under way: `values` of the `n` wanted fields, whose numbers rise; i: the next of them. */
struct cursor { const uint8_t *p, *end; const uint16_t *wanted; unsigned n, i; uint64_t *values; };

/* NULL: cut off, or longer than `most` bytes. Bits beyond 64 are lost, as in protobuf. */
INLINE const uint8_t *varint(const uint8_t *p, const uint8_t *end, unsigned most, uint64_t *value)
{
    uint64_t v = 0;
    for (unsigned i = 0; i < most && p < end; i++) {
        uint8_t byte = *p++;
        v |= (uint64_t)(byte & 0x7f) << (7 * i);
        if (byte < 0x80) {
            *value = v;
            return p;
        }
    }
    return NULL;
}

/* The payload of a field that is not counted. NULL: cut off, or of a kind that no row has. */
INLINE const uint8_t *skip(const uint8_t *p, const uint8_t *end, unsigned kind)
{
    uint64_t size = kind == FIXED64 ? 8 : 4;
    if (kind == VARINT)
        return varint(p, end, 10, &size);
    if (kind != LENGTH && kind != FIXED64 && kind != FIXED32)
        return NULL;
    if (kind == LENGTH && !(p = varint(p, end, 10, &size)))
        return NULL;
    return size > (uint64_t)(end - p) ? NULL : p + size;
}

INLINE bool under_way(const struct cursor *c) { return c->i < c->n && c->p < c->end; }

/* A field of this number is next: is it wanted? Then i is its place. One behind a field with a larger number is not seen. */
INLINE bool reach(struct cursor *c, uint64_t number)
{
    while (c->i < c->n && number > c->wanted[c->i])
        c->i++;
    return c->i < c->n && number == c->wanted[c->i];
}

/* One field whose tag takes two bytes and whose number up to six: nearly all are so. False: the next is another kind, or there is none. */
INLINE bool step(struct cursor *c)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t x, ends, number;
    if (c->i == c->n || c->end - c->p < 8)
        return false;
    memcpy(&x, c->p, 8);
    ends = ~x & 0x8080808080800000u;
    if ((x & 0x8087) != 0x80 || !ends)
        return false;
    number = (x & 0x7f) >> 3 | (x >> 4 & 0x7f0);
    if (number - 1 >= c->wanted[c->i] - 1u) {
        if (!number)
            return false;
        if (reach(c, number))
            varint(c->p + 2, c->end, 10, &c->values[c->i++]);
    }
    c->p += (__builtin_ctzll(ends) >> 3) + 1;
    return true;
#else
    (void)c;
    return false;
#endif
}

/* One field of any kind. NULL, or what is wrong. */
INLINE const char *read_field(struct cursor *c)
{
    uint64_t tag, value;
    c->p = varint(c->p, c->end, 5, &tag);
    if (!c->p || tag > UINT32_MAX || !(tag >> 3))
        return "a field has no valid tag";
    if (!reach(c, tag >> 3) || (tag & 7) != VARINT)
        return c->i == c->n || (c->p = skip(c->p, c->end, (unsigned)tag & 7)) ? NULL : "a field is cut off or of a wrong kind";
    if (!(c->p = varint(c->p, c->end, 10, &value)))
        return "a number is cut off";
    c->values[c->i++] = value;
    return NULL;
}

static const char *read_record(struct cursor c)
{
    const char *problem = NULL;
    while (!problem && under_way(&c)) {
        while (step(&c))
            ;
        if (under_way(&c))
            problem = read_field(&c);
    }
    return problem;
}

/* Two records at once: where a field begins is known when the one before it has been loaded, and meanwhile there is the other record. */
static bool read_pair(struct cursor a, struct cursor b)
{
    while (under_way(&a) && under_way(&b)) {
        while (step(&a) && step(&b))
            ;
        if ((under_way(&a) && read_field(&a)) || (under_way(&b) && read_field(&b)))
            return false;
    }
    return !read_record(a) && !read_record(b);
}

/* How long the fields before the first of this number, or of a larger one, are; 0: there is none. */
static size_t length_before(const uint8_t *record, const uint8_t *end, uint16_t number)
{
    uint64_t tag, none;
    struct cursor c = { record, end, &number, 1, 0, &none };
    while (c.p < end) {
        const uint8_t *field = c.p;
        if (!varint(field, end, 5, &tag))
            return 0;
        if (tag >> 3 >= number)
            return (size_t)(field - record);
        if (read_field(&c))
            return 0;
    }
    return 0;
}

static void count(struct work *w, const uint64_t *values)
{
    uint64_t *sums = w->sums;
    uint32_t state = (uint32_t)values[STATE], rtt = (uint32_t)values[RTT_US], total = (uint32_t)values[TOTAL_RETRANS];
    sums[state <= LAST_STATE ? state : 0]++;
    sums[SEGMENTS] += total;
    sums[EVER] += total != 0;
    sums[TIMEOUTS] += (uint32_t)values[TIMEOUTS_IN_A_ROW] != 0;
    sums[RETRANSMITTING] += (uint32_t)values[RETRANS] != 0;
    sums[LOSING] += (uint32_t)values[LOST] != 0;
    if (state == ESTABLISHED && rtt) {
        unsigned bucket = 0;
        for (unsigned i = 0; i < w->table.n_bounds; i++)
            bucket += rtt > w->table.bounds[i];
        sums[RTT_SUM_US] += rtt;
        sums[RTT + bucket]++;
    }
}

static bool same_head(const struct work *w, struct span record)
{
    return w->head_len && (size_t)(record.end - record.data) >= w->head_len && !memcmp(record.data, w->head, w->head_len);
}

static struct cursor at_counted(const struct work *w, const uint8_t *from, const uint8_t *end, uint64_t *values)
{
    memset(values, 0, COUNTED * sizeof *values);
    return (struct cursor){ from, end, w->table.counted, COUNTED, 0, values };
}

static const char *read_one(struct work *w, struct span record)
{
    uint64_t values[COUNTED];
    const char *problem;
    if (!w->begun && (problem = read_record((struct cursor){ record.data, record.end, w->table.owner, OWNER, 0, w->owner })))
        return problem;
    w->begun = true;
    if (!same_head(w, record)) {
        w->head = record.data;
        w->head_len = length_before(record.data, record.end, w->table.own);
    }
    problem = read_record(at_counted(w, record.data + w->head_len, record.end, values));
    if (!problem)
        count(w, values);
    return problem;
}

/* Both, or none. */
static bool read_two(struct work *w, struct span a, struct span b)
{
    uint64_t of_a[COUNTED], of_b[COUNTED];
    if (!same_head(w, a) || !same_head(w, b) ||
        !read_pair(at_counted(w, a.data + w->head_len, a.end, of_a), at_counted(w, b.data + w->head_len, b.end, of_b)))
        return false;
    count(w, of_a);
    count(w, of_b);
    return true;
}

/* The record behind a row's frame. NULL, or what is wrong. */
static const char *frame(const uint8_t *p, const uint8_t *end, struct span *record)
{
    uint64_t size;
    if (p == end || *p != ROW_TAG)
        return "it does not begin with the tag 0x52";
    record->data = varint(p + 1, end, 10, &size);
    if (!record->data || size > (uint64_t)(end - record->data))
        return "it is cut off";
    record->end = record->data + size;
    return NULL;
}

static void read_chunk(struct work *w, const uint8_t *start, size_t len)
{
    struct span first, second;
    for (const uint8_t *p = start, *end = start + len; p < end && !w->problem;) {
        w->at = (size_t)(p - start);
        if ((w->problem = frame(p, end, &first)))
            return;
        p = first.end;
        if (!frame(p, end, &second) && read_two(w, first, second))
            p = second.end;
        else
            w->problem = read_one(w, first);
    }
}

/* NULL, or what is wrong with the table. */
static const char *load(struct table *t, const uint8_t *packed, size_t len)
{
    if (len < HEADER || (len - HEADER) % 4 || (len - HEADER) / 4 > MAX_BOUNDS)
        return "the table has a wrong length";
    memcpy(t->counted, packed, sizeof t->counted);
    memcpy(t->owner, packed + sizeof t->counted, sizeof t->owner);
    memcpy(&t->own, packed + sizeof t->counted + sizeof t->owner, sizeof t->own);
    t->n_bounds = (unsigned)((len - HEADER) / 4);
    memcpy(t->bounds, packed + HEADER, len - HEADER);
    bool rises = t->own && t->own < t->counted[0] && t->owner[0] && t->owner[0] < t->owner[1];
    for (unsigned i = 1; i < COUNTED; i++)
        rises = rises && t->counted[i - 1] < t->counted[i];
    for (unsigned i = 1; i < t->n_bounds; i++)
        rises = rises && t->bounds[i - 1] < t->bounds[i];
    return rises ? NULL : "the numbers of the table do not rise";
}

static PyObject *accumulate(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *chunks, *result = NULL;
    Py_buffer packed;
    if (!PyArg_ParseTuple(args, "y*O!", &packed, &PyTuple_Type, &chunks))
        return NULL;
    Py_ssize_t wanted = PyTuple_Size(chunks), n = 0, chunk = 0;
    struct work w = { .problem = NULL };
    const char *unfit = load(&w.table, packed.buf, (size_t)packed.len);
    Py_buffer *views = calloc((size_t)wanted + 1, sizeof *views);
    if (!views || unfit) {
        if (views)
            PyErr_SetString(PyExc_ValueError, unfit);
        else
            PyErr_NoMemory();
        goto out;
    }
    while (n < wanted && !PyObject_GetBuffer(PyTuple_GetItem(chunks, n), &views[n], PyBUF_SIMPLE))
        n++;
    if (n < wanted)
        goto out;
    Py_BEGIN_ALLOW_THREADS
    for (; chunk < n && !w.problem; chunk++)
        read_chunk(&w, views[chunk].buf, (size_t)views[chunk].len);
    Py_END_ALLOW_THREADS
    if (w.problem)
        PyErr_Format(PyExc_ValueError, "the row at byte %zu of chunk %zd: %s", w.at, chunk - 1, w.problem);
    else
        result = Py_BuildValue("KKy#", (unsigned long long)w.owner[INODE], (unsigned long long)w.owner[COOKIE], (const char *)w.sums,
                               (Py_ssize_t)((RTT + w.table.n_bounds + 1) * sizeof *w.sums));
out:
    for (Py_ssize_t i = 0; i < n; i++)
        PyBuffer_Release(&views[i]);
    free(views);
    PyBuffer_Release(&packed);
    return result;
}

static PyMethodDef methods[] = { { "accumulate", accumulate, METH_VARARGS, "accumulate(packed, chunks) -> (inode, cookie, sums)" }, { 0 } };

static struct PyModuleDef module = { PyModuleDef_HEAD_INIT, "_accumulate", "Rows as sums (see accumulate.py).", 0, methods, NULL, NULL, NULL, NULL };

PyMODINIT_FUNC PyInit__accumulate(void) { return PyModuleDef_Init(&module); }
