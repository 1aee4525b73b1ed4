/*
 * The rows of some chunks that a subscriber's filter lets through: what selection.py's PythonSelector does, byte for byte, without an
 * object for a row.
 *
 * It knows no field names: their numbers come with the filter, packed by record_filter.py. Every load is behind a length check; rows are
 * read and copied without the GIL; what is wrong with them is told with the row's offset. A row is read up to the first field beyond the
 * last one that the filter looks at: our decoders write fields in the order of their numbers.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ROW_TAG = 0x52, HEADER = 32, BITMAP = 8192, PREFIX = 20, ADDRESS = 16, MAX_NAMES = 1000, MAX_PREFIXES = 1000,
       MAX_NUMBER = 4096 };
enum wire { VARINT = 0, FIXED64 = 1, LENGTH = 2, FIXED32 = 5 };
enum field { NETNS, FAMILY, STATE, SOURCE_PORT, DESTINATION_PORT, SOURCE, DESTINATION, FIELDS };  /* as record_filter.py packs them */
enum ports { EITHER_PORTS, SOURCE_PORTS, DESTINATION_PORTS, PORT_SETS };
enum { AF_4 = 2, AF_6 = 10 };                      /* what the kernel writes into inet_diag_msg_family on every Linux */

struct text { const uint8_t *data; size_t len; };
struct span { size_t piece, start, len; };         /* rows that follow one another in one piece */

struct work {
    uint8_t by_number[MAX_NUMBER];                 /* the field's place from 1; 0: the filter does not look at it */
    uint16_t last, states;
    const uint8_t *ports[PORT_SETS];               /* a bit for each port; NULL: all */
    const uint8_t *prefixes;
    unsigned n_prefixes, n_names;
    struct text names[MAX_NAMES];
    struct text before;                            /* the name of the last row, and whether it was wanted: the next is mostly the same */
    bool before_wanted;
    uint64_t nth, passed;
    Py_buffer *pieces;
    Py_ssize_t n_pieces, piece;                    /* piece: the one under way, for what is told of trouble */
    size_t at, rows, bytes;
    struct span *spans;
    size_t n_spans, room;
    const char *problem;
    bool no_memory;
};

struct row { uint32_t number[FIELDS]; struct text text[FIELDS]; };

static const uint8_t *varint(const uint8_t *p, const uint8_t *end, unsigned most, uint64_t *value)
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

static bool is_text(unsigned field) { return field == NETNS || field >= SOURCE; }

static const char *read_record(const struct work *w, struct row *row, const uint8_t *p, const uint8_t *end)
{
    while (p < end) {
        uint64_t tag, value = 0;
        struct text text = { NULL, 0 };
        p = varint(p, end, 5, &tag);
        if (!p || tag > UINT32_MAX || !(tag >> 3))
            return "a field has no valid tag";
        if (tag >> 3 > w->last)
            return NULL;
        switch (tag & 7) {
        case VARINT:
            p = varint(p, end, 10, &value);
            if (!p)
                return "a number is cut off";
            break;
        case LENGTH:
            p = varint(p, end, 10, &value);
            if (!p || value > (uint64_t)(end - p))
                return "a text is cut off";
            text.data = p;
            text.len = (size_t)value;
            p += value;
            break;
        case FIXED64:
        case FIXED32:
            value = (tag & 7) == FIXED64 ? 8 : 4;
            if (value > (uint64_t)(end - p))
                return "a number is cut off";
            p += value;
            continue;
        default:
            return "a field is of a kind that no row has";
        }
        unsigned place = w->by_number[tag >> 3];
        if (place-- && is_text(place) == ((tag & 7) == LENGTH)) {
            row->text[place] = text;
            row->number[place] = (uint32_t)value;
        }
    }
    return NULL;
}

static bool same(struct text a, struct text b) { return a.len == b.len && (!a.len || !memcmp(a.data, b.data, a.len)); }

static bool name_wanted(struct work *w, struct text name)
{
    if (w->before.data && same(name, w->before))
        return w->before_wanted;
    bool wanted = false;
    for (unsigned i = 0; i < w->n_names && !wanted; i++)
        wanted = same(name, w->names[i]);
    w->before = name;
    w->before_wanted = wanted;
    return wanted;
}

static bool has_port(const uint8_t *bits, uint32_t port) { return port <= UINT16_MAX && bits[port / 8] >> port % 8 & 1; }

static bool begins_with(const uint8_t *address, const uint8_t *prefix, unsigned bits)
{
    unsigned whole = bits / 8, rest = bits % 8;
    return !memcmp(address, prefix, whole) && (!rest || !((address[whole] ^ prefix[whole]) >> (8 - rest)));
}

/* Whether one of the prefixes has the address: 16 bytes, of which IPv4 fills the first four. Mapped IPv4 is under those of both kinds. */
static bool address_wanted(const struct work *w, uint32_t family, struct text address)
{
    static const uint8_t mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
    if (address.len != ADDRESS)
        return false;
    const uint8_t *v6 = family == AF_6 ? address.data : NULL;
    const uint8_t *v4 = family == AF_4 ? address.data : v6 && !memcmp(v6, mapped, sizeof mapped) ? v6 + sizeof mapped : NULL;
    for (unsigned i = 0; i < w->n_prefixes; i++) {
        const uint8_t *prefix = w->prefixes + i * PREFIX, *from = prefix[0] == 4 ? v4 : v6;
        if (from && begins_with(from, prefix + 4, prefix[1]))
            return true;
    }
    return false;
}

static bool wanted(struct work *w, const struct row *row)
{
    uint32_t source = row->number[SOURCE_PORT], destination = row->number[DESTINATION_PORT], state = row->number[STATE];
    if (w->states && (state > 15 || !(w->states >> state & 1)))
        return false;
    if (w->ports[EITHER_PORTS] && !has_port(w->ports[EITHER_PORTS], source) && !has_port(w->ports[EITHER_PORTS], destination))
        return false;
    if (w->ports[SOURCE_PORTS] && !has_port(w->ports[SOURCE_PORTS], source))
        return false;
    if (w->ports[DESTINATION_PORTS] && !has_port(w->ports[DESTINATION_PORTS], destination))
        return false;
    if (w->n_names && !name_wanted(w, row->text[NETNS]))
        return false;
    return !w->n_prefixes || address_wanted(w, row->number[FAMILY], row->text[SOURCE])
                          || address_wanted(w, row->number[FAMILY], row->text[DESTINATION]);
}

static bool keep(struct work *w, size_t start, size_t len)
{
    struct span *last = w->n_spans ? &w->spans[w->n_spans - 1] : NULL;
    w->rows++;
    w->bytes += len;
    if (last && last->piece == (size_t)w->piece && last->start + last->len == start) {
        last->len += len;
        return true;
    }
    if (w->n_spans == w->room) {
        size_t room = w->room ? 2 * w->room : 256;
        struct span *larger = realloc(w->spans, room * sizeof *larger);
        if (!larger) {
            w->no_memory = true;
            return false;
        }
        w->spans = larger;
        w->room = room;
    }
    w->spans[w->n_spans++] = (struct span){ (size_t)w->piece, start, len };
    return true;
}

static const char *read_piece(struct work *w, const uint8_t *start, size_t len)
{
    const uint8_t *p = start, *end = start + len, *record;
    while (p < end) {
        struct row row = { 0 };
        uint64_t size;
        w->at = (size_t)(p - start);
        if (*p != ROW_TAG)
            return "it does not begin with the tag 0x52";
        record = varint(p + 1, end, 10, &size);
        if (!record || size > (uint64_t)(end - record) || (record - p > 10 && record[-1] > 1))
            return "it is cut off";
        const char *problem = read_record(w, &row, record, record + size);
        if (problem)
            return problem;
        p = record + size;
        if (!wanted(w, &row))
            continue;
        if (!w->passed && !keep(w, w->at, (size_t)(p - start) - w->at))
            return NULL;
        w->passed = w->passed + 1 < w->nth ? w->passed + 1 : 0;
    }
    return NULL;
}

static void read_all(struct work *w)
{
    for (w->piece = 0; w->piece < w->n_pieces && !w->problem && !w->no_memory; w->piece++) {
        w->before.data = NULL;
        w->problem = read_piece(w, w->pieces[w->piece].buf, (size_t)w->pieces[w->piece].len);
        if (w->problem)
            return;
    }
}

static void copy_all(const struct work *w, char *to)
{
    for (size_t i = 0; i < w->n_spans; i++) {
        memcpy(to, (const char *)w->pieces[w->spans[i].piece].buf + w->spans[i].start, w->spans[i].len);
        to += w->spans[i].len;
    }
}

/* NULL, or what is wrong with the packed filter. */
static const char *load(struct work *w, const uint8_t *packed, size_t len)
{
    const uint8_t *p = packed + HEADER, *end = packed + len;
    uint16_t numbers[FIELDS], prefixes, names, size;
    if (len < HEADER)
        return "the filter is cut off";
    memcpy(numbers, packed, sizeof numbers);
    memcpy(&w->last, packed + 14, 2);
    memcpy(&w->states, packed + 16, 2);
    memcpy(&prefixes, packed + 18, 2);
    memcpy(&names, packed + 20, 2);
    memcpy(&w->nth, packed + 24, 8);
    if (prefixes > MAX_PREFIXES || names > MAX_NAMES || packed[22] >> PORT_SETS || !w->nth || w->last >= MAX_NUMBER)
        return "the filter has a wrong head";
    for (unsigned i = 0; i < FIELDS; i++) {
        if (!numbers[i] || numbers[i] >= MAX_NUMBER || w->by_number[numbers[i]])
            return "the filter has a wrong number of a field";
        w->by_number[numbers[i]] = (uint8_t)(i + 1);
    }
    for (unsigned i = 0; i < PORT_SETS; i++) {
        if (!(packed[22] >> i & 1))
            continue;
        if (end - p < BITMAP)
            return "the filter is cut off";
        w->ports[i] = p;
        p += BITMAP;
    }
    if (end - p < (ptrdiff_t)prefixes * PREFIX)
        return "the filter is cut off";
    w->prefixes = p;
    for (; w->n_prefixes < prefixes; w->n_prefixes++, p += PREFIX)
        if (!(p[0] == 4 && p[1] <= 32) && !(p[0] == 6 && p[1] <= 128))
            return "the filter has a wrong prefix";
    for (; w->n_names < names; w->n_names++, p += size) {
        if (end - p < 2)
            return "the filter is cut off";
        memcpy(&size, p, 2);
        p += 2;
        if (end - p < size)
            return "the filter is cut off";
        w->names[w->n_names] = (struct text){ p, size };
    }
    return p == end ? NULL : "the filter is longer than what it has";
}

static PyObject *tell(PyObject *damaged, const struct work *w)
{
    PyObject *error = PyObject_CallFunction(damaged, "snn", w->problem, w->piece, (Py_ssize_t)w->at);
    if (error)
        PyErr_SetObject(damaged, error);
    Py_XDECREF(error);
    return NULL;
}

static PyObject *select_rows(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *damaged, *pieces, *body = NULL, *result = NULL;
    unsigned long long passed;
    Py_buffer packed;
    if (!PyArg_ParseTuple(args, "Oy*O!K", &damaged, &packed, &PyTuple_Type, &pieces, &passed))
        return NULL;
    Py_ssize_t given = PyTuple_Size(pieces);
    struct work *w = calloc(1, sizeof *w);
    Py_buffer *views = calloc((size_t)given + 1, sizeof *views);
    if (!w || !views) {
        PyErr_NoMemory();
        goto out;
    }
    w->pieces = views;
    while (w->n_pieces < given && !PyObject_GetBuffer(PyTuple_GetItem(pieces, w->n_pieces), &views[w->n_pieces], PyBUF_SIMPLE))
        w->n_pieces++;
    if (w->n_pieces < given)
        goto out;
    const char *unfit = load(w, packed.buf, (size_t)packed.len);
    if (unfit) {
        PyErr_SetString(PyExc_ValueError, unfit);
        goto out;
    }
    w->passed = passed % w->nth;
    Py_BEGIN_ALLOW_THREADS
    read_all(w);
    Py_END_ALLOW_THREADS
    if (w->no_memory)
        PyErr_NoMemory();
    else if (w->problem)
        tell(damaged, w);
    else
        body = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)w->bytes);
    if (!body)
        goto out;
    char *to = PyBytes_AsString(body);             /* nobody else knows it yet */
    Py_BEGIN_ALLOW_THREADS
    copy_all(w, to);
    Py_END_ALLOW_THREADS
    result = Py_BuildValue("(OnK)", body, (Py_ssize_t)w->rows, (unsigned long long)w->passed);
out:
    Py_XDECREF(body);
    for (Py_ssize_t i = 0; w && i < w->n_pieces; i++)
        PyBuffer_Release(&views[i]);
    if (w)
        free(w->spans);
    free(views);
    free(w);
    PyBuffer_Release(&packed);
    return result;
}

static PyMethodDef methods[] = {
    { "select", select_rows, METH_VARARGS, "select(damaged, packed, pieces, passed) -> (chunk, rows, passed)" },
    { 0 }
};

static struct PyModuleDef module = { PyModuleDef_HEAD_INIT, "_select", "Rows by a filter (see selection.py).", 0, methods, NULL, NULL, NULL, NULL };

PyMODINIT_FUNC PyInit__select(void) { return PyModuleDef_Init(&module); }
