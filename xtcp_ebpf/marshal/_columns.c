/*
 * Rows of an Envelope as columns: what columns.py's PythonReader does, byte for byte, without an object for a row.
 *
 * It knows no field names: the table of columns comes packed from columns.py. Every load is behind a length check; the rows are read
 * without the GIL; what is wrong with them is told with the row's offset. A record is taken or refused as protobuf (upb) does it.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ROW_TAG = 0x52, MAX_COLUMNS = 1024, MAX_NUMBER = 16384, PACKED = 4, MAX_DEPTH = 100, LINE = 64, DATE_CHARS = 10 };
enum kind { NUMBER32, NUMBER64, TEXT, BYTES, DATE, KINDS };
enum wire { VARINT, FIXED64, LENGTH, GROUP, END_GROUP, FIXED32 };

struct column { uint16_t number; uint8_t kind; };  /* DATE: the number is the place of the column that holds the nanoseconds */
struct text { uint8_t *data; size_t len, room; };  /* the bytes of one column, row after row */

struct work {
    unsigned n_columns;
    struct column table[MAX_COLUMNS];
    uint16_t by_number[MAX_NUMBER];                /* the column's place from 1; 0: the field is not known */
    uint8_t *columns[MAX_COLUMNS];
    struct text texts[MAX_COLUMNS];
    unsigned used[MAX_COLUMNS], n_used;            /* columns of text that have had one; the offsets of the others stay 0 */
    Py_buffer *pieces;
    Py_ssize_t n_pieces, piece;                    /* piece: the one under way, for what is told of trouble */
    size_t rows, row, at;                          /* at: where the row under way begins in its piece */
    const char *problem;
    bool no_memory;
};

static bool is_text(uint8_t kind) { return kind >= TEXT; }
static size_t width(uint8_t kind) { return kind == NUMBER64 ? 8 : 4; }

/* Sizes are rounded up to whole cache lines, and one line is left between: columns at equal offsets of a page would push each other out. */
static size_t room_of(uint8_t kind, size_t rows)
{
    return ((rows + is_text(kind)) * width(kind) + LINE - 1) / LINE * LINE + LINE;
}

/* NULL: cut off, or longer than `most` bytes. Bits beyond 64 are lost, as in protobuf. */
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

static bool within(uint8_t byte, uint8_t low, uint8_t high) { return byte >= low && byte <= high; }

static bool is_utf8(const uint8_t *p, size_t n)
{
    const uint8_t *end = p + n;
    while (p < end) {
        uint64_t eight;
        if (end - p >= 8 && (memcpy(&eight, p, 8), !(eight & 0x8080808080808080u))) {
            p += 8;
            continue;
        }
        uint8_t lead = *p++;
        if (lead < 0x80)
            continue;
        int more = within(lead, 0xc2, 0xdf) ? 1 : within(lead, 0xe0, 0xef) ? 2 : within(lead, 0xf0, 0xf4) ? 3 : 0;
        if (!more || end - p < more)
            return false;
        uint8_t low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80, high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        for (; more; more--, low = 0x80, high = 0xbf)
            if (!within(*p++, low, high))
                return false;
    }
    return true;
}

/* The text of the row under way; of two the last holds. */
static bool put_text(struct work *w, unsigned column, const uint8_t *data, size_t len)
{
    struct text *t = &w->texts[column];
    uint32_t start;
    memcpy(&start, w->columns[column] + w->row * 4, 4);
    if (start + len > t->room) {
        size_t room = start + len < 32768 ? 65536 : 2 * (start + len);
        uint8_t *larger = realloc(t->data, room);
        if (!larger) {
            w->no_memory = true;
            return false;
        }
        if (!t->room)
            w->used[w->n_used++] = column;
        t->data = larger;
        t->room = room;
    }
    if (len)
        memcpy(t->data + start, data, len);
    t->len = start + len;
    return true;
}

/* The payload of a field that no column takes. NULL: cut off, or wrong. */
static const uint8_t *skip(const uint8_t *p, const uint8_t *end, uint64_t tag)
{
    uint32_t open[MAX_DEPTH];                      /* numbers of the groups that are not closed yet */
    unsigned depth = 0;
    uint64_t value;
    for (;;) {
        uint32_t number = (uint32_t)(tag >> 3);
        switch ((enum wire)(tag & 7)) {
        case VARINT:
            p = varint(p, end, 10, &value);
            break;
        case FIXED64:
        case FIXED32:
            value = (tag & 7) == FIXED64 ? 8 : 4;
            p = (uint64_t)(end - p) < value ? NULL : p + value;
            break;
        case LENGTH:
            p = varint(p, end, 10, &value);
            p = !p || value > (uint64_t)(end - p) ? NULL : p + value;
            break;
        case GROUP:
            if (depth == MAX_DEPTH)
                return NULL;
            open[depth++] = number;
            break;
        case END_GROUP:
            if (!depth || open[--depth] != number)
                return NULL;
            break;
        default:
            return NULL;
        }
        if (!p || !depth)
            return p;
        p = varint(p, end, 5, &tag);
        if (!p || tag > UINT32_MAX || !(tag >> 3))
            return NULL;
    }
}

static const char *read_record(struct work *w, const uint8_t *p, const uint8_t *end)
{
    while (p < end) {
        uint64_t tag, value;
        p = varint(p, end, 5, &tag);
        if (!p || tag > UINT32_MAX || !(tag >> 3))
            return "a field has no valid tag";
        unsigned place = tag >> 3 < MAX_NUMBER ? w->by_number[tag >> 3] : 0;
        uint8_t kind = place ? w->table[--place].kind : (uint8_t)KINDS;
        if ((tag & 7) == VARINT && kind <= NUMBER64) {
            p = varint(p, end, 10, &value);
            if (!p)
                return "a number is cut off";
            if (kind == NUMBER64) {
                memcpy(w->columns[place] + w->row * 8, &value, 8);
            } else {
                uint32_t low = (uint32_t)value;
                memcpy(w->columns[place] + w->row * 4, &low, 4);
            }
        } else if ((tag & 7) == LENGTH && (kind == TEXT || kind == BYTES)) {
            p = varint(p, end, 10, &value);
            if (!p || value > (uint64_t)(end - p))
                return "a text is cut off";
            if (kind == TEXT && !is_utf8(p, (size_t)value))
                return "a text is not UTF-8";
            if (!put_text(w, place, p, (size_t)value))
                return "no memory";
            p += value;
        } else {
            p = skip(p, end, tag);
            if (!p)
                return "an unknown field is cut off or wrong";
        }
    }
    return NULL;
}

/* Behind the row's frame: where its record begins and ends. */
static const char *frame(const uint8_t **p, const uint8_t *end, const uint8_t **record)
{
    uint64_t size;
    if (**p != ROW_TAG)
        return "it does not begin with the tag 0x52";
    *record = varint(*p + 1, end, 10, &size);
    if (!*record || size > (uint64_t)(end - *record) || (*record - *p > 10 && (*record)[-1] > 1))
        return "it is cut off";
    *p = *record + size;
    return NULL;
}

static const char *read_piece(struct work *w, const uint8_t *start, size_t len)
{
    const uint8_t *p = start, *end = start + len, *record;
    while (p < end) {
        w->at = (size_t)(p - start);
        if (w->row == w->rows)
            return "there are more rows than were counted";
        const char *problem = frame(&p, end, &record);
        if (problem || (problem = read_record(w, record, p)))
            return problem;
        w->row++;
        for (unsigned i = 0; i < w->n_used; i++) {
            uint32_t next = (uint32_t)w->texts[w->used[i]].len;
            memcpy(w->columns[w->used[i]] + w->row * 4, &next, 4);
        }
    }
    return NULL;
}

/* Days since 1970 as YYYY-MM-DD. An era is 400 years from a 1 March on. */
static void put_date(uint8_t *out, int64_t days)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097, day = days - era * 146097;
    int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    day -= 365 * year + year / 4 - year / 100;
    int64_t month = (5 * day + 2) / 153;
    day -= (153 * month + 2) / 5 - 1;
    year += era * 400 + (month >= 10);
    month += month < 10 ? 3 : -9;
    int64_t parts[DATE_CHARS] = { year / 1000, year / 100, year / 10, year, -1, month / 10, month, -1, day / 10, day };
    for (int i = 0; i < DATE_CHARS; i++)
        out[i] = parts[i] < 0 ? '-' : (uint8_t)('0' + parts[i] % 10);
}

static void put_dates(struct work *w, unsigned column)
{
    const uint8_t *times = w->columns[w->table[column].number];
    int64_t ns, days, last = INT64_MIN;
    uint8_t date[DATE_CHARS];
    for (size_t row = 0; row < w->rows; row++) {
        memcpy(&ns, times + row * 8, 8);
        days = ns / 86400000000000 - (ns % 86400000000000 < 0);
        if (days != last)
            put_date(date, last = days);
        memcpy(w->texts[column].data + row * DATE_CHARS, date, DATE_CHARS);
        uint32_t next = (uint32_t)(row + 1) * DATE_CHARS;
        memcpy(w->columns[column] + (row + 1) * 4, &next, 4);
    }
    w->texts[column].len = w->rows * DATE_CHARS;
}

static void read_all(struct work *w)
{
    for (w->piece = 0; w->piece < w->n_pieces; w->piece++) {
        w->problem = read_piece(w, w->pieces[w->piece].buf, (size_t)w->pieces[w->piece].len);
        if (w->problem)
            return;
    }
    if (w->row != w->rows)
        w->problem = "there are fewer rows than were counted";
    for (unsigned i = 0; i < w->n_columns && !w->problem; i++)
        if (w->table[i].kind == DATE)
            put_dates(w, i);
}

static const char *load(struct work *w, const uint8_t *packed, size_t len)
{
    w->n_columns = (unsigned)(len / PACKED);
    if (len % PACKED || len / PACKED > MAX_COLUMNS)
        return "the table of columns has a wrong length";
    for (unsigned i = 0; i < w->n_columns; i++) {
        struct column *c = &w->table[i];
        memcpy(&c->number, packed + i * PACKED, 2);
        c->kind = packed[i * PACKED + 2];
        if (c->kind == DATE ? c->number >= i || w->table[c->number].kind != NUMBER64
                            : c->kind >= KINDS || !c->number || c->number >= MAX_NUMBER || w->by_number[c->number])
            return "the table of columns has a wrong kind or number";
        if (c->kind != DATE)
            w->by_number[c->number] = (uint16_t)(i + 1);
    }
    return NULL;
}

/* The places of the columns; NULL, or what does not fit. */
static const char *place_columns(struct work *w, Py_ssize_t rows, const Py_buffer *out)
{
    size_t at = 0, bytes = 0;
    for (Py_ssize_t i = 0; i < w->n_pieces; i++)
        bytes += (size_t)w->pieces[i].len;
    if (rows < 0 || rows > INT32_MAX / DATE_CHARS || bytes > INT32_MAX)
        return "there are more rows or bytes than the offsets of one column can count";
    w->rows = (size_t)rows;
    for (unsigned i = 0; i < w->n_columns; at += room_of(w->table[i++].kind, w->rows)) {
        w->columns[i] = (uint8_t *)out->buf + at;
        if (w->table[i].kind == DATE && !(w->texts[i].data = malloc(w->rows * DATE_CHARS + 1)))
            w->no_memory = true;
    }
    return at == (size_t)out->len ? NULL : "the columns take another number of bytes than there are";
}

static PyObject *tell(PyObject *damaged, const char *problem, Py_ssize_t piece, size_t at)
{
    PyObject *error = PyObject_CallFunction(damaged, "snn", problem, piece, (Py_ssize_t)at);
    if (error)
        PyErr_SetObject(damaged, error);
    Py_XDECREF(error);
    return NULL;
}

static PyObject *texts_of(const struct work *w)
{
    PyObject *list = PyList_New(0);
    for (unsigned i = 0; list && i < w->n_columns; i++) {
        if (!is_text(w->table[i].kind))
            continue;
        PyObject *bytes = PyBytes_FromStringAndSize((const char *)w->texts[i].data, (Py_ssize_t)w->texts[i].len);
        if (!bytes || PyList_Append(list, bytes))
            Py_CLEAR(list);
        Py_XDECREF(bytes);
    }
    return list;
}

static PyObject *read_columns(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *damaged, *pieces, *result = NULL;
    Py_ssize_t rows;
    Py_buffer packed, out;
    if (!PyArg_ParseTuple(args, "y*OO!nw*", &packed, &damaged, &PyTuple_Type, &pieces, &rows, &out))
        return NULL;
    Py_ssize_t wanted = PyTuple_Size(pieces);
    struct work *w = calloc(1, sizeof *w);
    Py_buffer *views = calloc((size_t)wanted + 1, sizeof *views);
    if (!w || !views) {
        PyErr_NoMemory();
        goto out;
    }
    w->pieces = views;
    while (w->n_pieces < wanted && !PyObject_GetBuffer(PyTuple_GetItem(pieces, w->n_pieces), &views[w->n_pieces], PyBUF_SIMPLE))
        w->n_pieces++;
    if (w->n_pieces < wanted)
        goto out;
    const char *unfit = load(w, packed.buf, (size_t)packed.len);
    if (unfit || (unfit = place_columns(w, rows, &out))) {
        PyErr_SetString(PyExc_ValueError, unfit);
        goto out;
    }
    Py_BEGIN_ALLOW_THREADS
    memset(out.buf, 0, (size_t)out.len);
    if (!w->no_memory)
        read_all(w);
    Py_END_ALLOW_THREADS
    result = w->no_memory ? PyErr_NoMemory() : w->problem ? tell(damaged, w->problem, w->piece, w->at) : texts_of(w);
out:
    for (Py_ssize_t i = 0; w && i < w->n_pieces; i++)
        PyBuffer_Release(&views[i]);
    for (unsigned i = 0; w && i < w->n_columns && i < MAX_COLUMNS; i++)
        free(w->texts[i].data);
    free(views);
    free(w);
    PyBuffer_Release(&packed);
    PyBuffer_Release(&out);
    return result;
}

static PyObject *count_rows(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *damaged;
    Py_buffer body;
    Py_ssize_t from, most, rows = 0;
    const char *problem = NULL;
    if (!PyArg_ParseTuple(args, "Oy*nn", &damaged, &body, &from, &most))
        return NULL;
    const uint8_t *start = body.buf, *end = start + body.len, *record, *p = from < 0 || from > body.len ? end : start + from;
    Py_BEGIN_ALLOW_THREADS
    while (p < end && rows < most && !(problem = frame(&p, end, &record)))
        rows++;
    Py_END_ALLOW_THREADS
    PyObject *result = problem ? tell(damaged, problem, 0, (size_t)(p - start)) : Py_BuildValue("(nn)", rows, (Py_ssize_t)(p - start));
    PyBuffer_Release(&body);
    return result;
}

static PyMethodDef methods[] = {
    { "count", count_rows, METH_VARARGS, "count(damaged, body, start, most) -> (rows, end)" },
    { "read", read_columns, METH_VARARGS, "read(packed, damaged, pieces, rows, out) -> texts" },
    { 0 }
};

static struct PyModuleDef module = { PyModuleDef_HEAD_INIT, "_columns", "Rows as columns (see columns.py).", 0, methods, NULL, NULL, NULL, NULL };

PyMODINIT_FUNC PyInit__columns(void) { return PyModuleDef_Init(&module); }
