/*
 * Remembered sockets in C: their request bodies out of dumps, sets of them, and the gets themselves.
 *
 * It does what bodies.py and fetching.py do, and answers the same. Every load is a memcpy behind a length check.
 */
#define _GNU_SOURCE
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <errno.h>
#include <linux/netlink.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

#ifndef SO_MEMINFO
#define SO_MEMINFO 55
#endif

enum { HDR = 16, MSG = 72, BODY = 56, COOKIE = 8, COOKIE_AT = 48, SOCKID = 48, SOCKID_AT = 8, ADDRESS_AT = 8, ADDRESS = 40, REQUEST = HDR + BODY };
enum { LEGACY = 18, BY_FAMILY = 20, TCP = 6, ALL_STATES = 0x1fff, TIME_WAIT = 6, SYN_RECV = 3, LISTENING = 10, NEW_SYN_RECV = 12, TIMER_TIME_WAIT = 3 };
enum { MOST_IN_BATCH = 256, MOST_ASKED = 16384, ROOM = 2048, LEAST = 16, FIRST_COST = 4096, LEAST_COST = 2304, DEFAULT_RCVBUF = 212992 };
enum { CLASSES = 4 };

/* The order is that of DOUBTS in fetching.py. */
enum doubt { NONE, REFUSED, TIMEOUT, OVERRUN, TRUNCATED, DAMAGED, LOST, SENDING, RECEIVING };

static uint16_t load16(const uint8_t *p) { uint16_t v; memcpy(&v, p, sizeof v); return v; }
static uint32_t load32(const uint8_t *p) { uint32_t v; memcpy(&v, p, sizeof v); return v; }
static uint64_t load64(const uint8_t *p) { uint64_t v; memcpy(&v, p, sizeof v); return v; }

static size_t aligned(size_t length) { return (length + 3) & ~(size_t)3; }

static int class_of(const uint8_t *msg)
{
    if (msg[2] == TIMER_TIME_WAIT || msg[1] == TIME_WAIT)
        return 2;
    if (msg[1] == SYN_RECV || msg[1] == NEW_SYN_RECV)
        return 3;
    return msg[0] == AF_INET ? 0 : 1;
}

/* The messages of sockets in a datagram of a dump, as reference.py reads them. -1: any. */
struct cursor { const uint8_t *data; size_t len, at; int64_t seq, portid; };

/* struct inet_diag_msg of the next socket, or NULL. */
static const uint8_t *next_socket(struct cursor *c)
{
    while (c->len - c->at >= HDR) {
        const uint8_t *h = c->data + c->at;
        size_t left = c->len - c->at, length = load32(h);
        if (length < HDR || length > left)
            return NULL;
        uint16_t type = load16(h + 4), flags = load16(h + 6);
        c->at += aligned(length) < left ? aligned(length) : left;
        if ((c->seq >= 0 && load32(h + 8) != c->seq) || (c->portid >= 0 && load32(h + 12) != c->portid))
            continue;
        if ((flags & NLM_F_REQUEST) && type > NLMSG_OVERRUN)
            continue;
        if (type == NLMSG_DONE || (type == NLMSG_ERROR && (length < HDR + 4 || load32(h + HDR))))
            return NULL;
        if ((type == LEGACY || type == BY_FAMILY) && length >= HDR + MSG)
            return h + HDR;
    }
    return NULL;
}

static bool is_remembered(const uint8_t *msg, uint32_t among)
{
    return msg[1] != SYN_RECV && msg[1] != LISTENING && msg[1] != NEW_SYN_RECV && (msg[1] > 31 || (among >> msg[1] & 1));
}

/* Packed bodies, and what is looked for among them: a table of numbers of records, by the hash of a key in each. */
struct keys { const uint8_t *records; size_t record, at, len; bool family; size_t mask; uint32_t *slots; };

static uint64_t hash(const struct keys *k, const uint8_t *record)
{
    uint64_t h = k->family ? record[0] : 0;
    for (size_t i = 0; i < k->len; i += 8)
        h = (h ^ load64(record + k->at + i)) * 0x9e3779b97f4a7c15u, h ^= h >> 29;
    return h;
}

static bool make_keys(struct keys *k, size_t count)
{
    size_t size = 8;
    while (size < 2 * count)
        size *= 2;
    k->mask = size - 1;
    k->slots = calloc(size, sizeof *k->slots);
    return k->slots;
}

/* The slot of a key that `record` has at `at`: 0 when nobody has it, else 1 + the number. */
static uint32_t *slot_of(const struct keys *k, uint64_t h, const uint8_t *record, size_t at)
{
    for (size_t i = (size_t)h & k->mask;; i = (i + 1) & k->mask) {
        if (!k->slots[i])
            return &k->slots[i];
        const uint8_t *other = k->records + (size_t)(k->slots[i] - 1) * k->record;
        if (!memcmp(other + k->at, record + at, k->len) && (!k->family || other[0] == record[0]))
            return &k->slots[i];
    }
}

static uint32_t *found(const struct keys *k, const uint8_t *record) { return slot_of(k, hash(k, record), record, k->at); }

static bool any_cookie(const uint8_t *body) { return load64(body + COOKIE_AT) == UINT64_MAX; }

static PyObject *unfit(const char *what)
{
    PyErr_SetString(PyExc_ValueError, what);
    return NULL;
}

/* -1 for None. What no u32 can be matches nothing. */
static int64_t optional_u32(PyObject *o)
{
    unsigned long long v = o == Py_None ? 0 : PyLong_AsUnsignedLongLong(o);
    return o == Py_None ? -1 : v > UINT32_MAX ? INT64_MAX : (int64_t)v;
}

static PyObject *bodies_method(PyObject *Py_UNUSED(self), PyObject *args)
{
    Py_buffer in;
    PyObject *seq, *portid, *answer = NULL;
    int ext;
    unsigned int among = UINT32_MAX;
    if (!PyArg_ParseTuple(args, "y*OOi|I", &in, &seq, &portid, &ext, &among))
        return NULL;
    struct cursor c = { in.buf, (size_t)in.len, 0, optional_u32(seq), 0 };
    c.portid = PyErr_Occurred() ? 0 : optional_u32(portid);
    if (!PyErr_Occurred() && (ext < 0 || ext > 255))
        unfit("idiag_ext has eight bits");
    size_t count = 0;
    struct cursor first = c;
    for (const uint8_t *msg; !PyErr_Occurred() && (msg = next_socket(&first));)
        count += is_remembered(msg, among);
    if (!PyErr_Occurred() && (answer = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)(count * BODY)))) {
        uint8_t *out = (uint8_t *)PyBytes_AsString(answer);
        uint32_t states = ALL_STATES;
        Py_BEGIN_ALLOW_THREADS
        for (const uint8_t *msg; count && (msg = next_socket(&c));) {
            if (!is_remembered(msg, among))
                continue;
            const uint8_t head[4] = { msg[0], TCP, (uint8_t)ext, 0 };
            memcpy(out, head, sizeof head);
            memcpy(out + 4, &states, sizeof states);
            memcpy(out + SOCKID_AT, msg + 4, SOCKID);
            out += BODY;
            count--;
        }
        memset(out, 0, count * BODY);
        Py_END_ALLOW_THREADS
    }
    PyBuffer_Release(&in);
    return answer;
}

static PyObject *counts_method(PyObject *Py_UNUSED(self), PyObject *args)
{
    Py_buffer in;
    PyObject *seq, *portid;
    unsigned long n[CLASSES] = { 0 };
    if (!PyArg_ParseTuple(args, "y*OO", &in, &seq, &portid))
        return NULL;
    struct cursor c = { in.buf, (size_t)in.len, 0, optional_u32(seq), 0 };
    c.portid = PyErr_Occurred() ? 0 : optional_u32(portid);
    for (const uint8_t *msg; !PyErr_Occurred() && (msg = next_socket(&c));)
        n[class_of(msg)]++;
    PyBuffer_Release(&in);
    return PyErr_Occurred() ? NULL : Py_BuildValue("(kkkk)", n[0], n[1], n[2], n[3]);
}

/* Answers how many there are. `out`: room for `most`, should somebody change what is read meanwhile; NULL to count them only. */
static size_t pick(const uint8_t *packed, size_t count, const struct keys *wanted, uint8_t *out, size_t most)
{
    size_t n = 0;
    for (const uint8_t *body = packed, *end = packed + count * BODY; body < end; body += BODY) {
        uint64_t h = load64(body + COOKIE_AT) * 0x9e3779b97f4a7c15u;
        h ^= h >> 29;
        if (!*slot_of(wanted, h, body, COOKIE_AT) || n == most)
            continue;
        if (out)
            memcpy(out + BODY * n, body, BODY);
        n++;
    }
    return n;
}

static PyObject *pick_method(PyObject *Py_UNUSED(self), PyObject *args)
{
    Py_buffer packed, cookies;
    PyObject *answer = NULL;
    bool whole = false;
    struct keys wanted = { .record = COOKIE, .at = 0, .len = COOKIE };
    if (!PyArg_ParseTuple(args, "y*y*", &packed, &cookies))
        return NULL;
    size_t count = (size_t)packed.len / BODY, n_wanted = (size_t)cookies.len / COOKIE, n = 0;
    wanted.records = cookies.buf;
    if (packed.len % BODY || cookies.len % COOKIE || n_wanted >= UINT32_MAX) {
        unfit("not packed bodies, or not packed cookies");
    } else if (!make_keys(&wanted, 4 * n_wanted)) { /* mostly empty slots: most of what is packed is not wanted */
        PyErr_NoMemory();
    } else {
        size_t room = count < 2 * n_wanted ? count : 2 * n_wanted; /* nearly always enough: one pass instead of two */
        uint8_t *kept = malloc(room * BODY + 1);
        Py_BEGIN_ALLOW_THREADS
        for (size_t i = 0; i < n_wanted; i++)
            *found(&wanted, wanted.records + i * COOKIE) = (uint32_t)i + 1;
        n = kept ? pick(packed.buf, count, &wanted, kept, room) : room;
        whole = kept && (n < room || room == count);
        if (!whole)
            n = pick(packed.buf, count, &wanted, NULL, count);
        Py_END_ALLOW_THREADS
        answer = PyBytes_FromStringAndSize(whole ? (const char *)kept : NULL, (Py_ssize_t)(n * BODY));
        free(kept);
    }
    if (answer && !whole) {
        uint8_t *out = (uint8_t *)PyBytes_AsString(answer);
        Py_BEGIN_ALLOW_THREADS
        size_t written = pick(packed.buf, count, &wanted, out, n);
        memset(out + written * BODY, 0, (n - written) * BODY);
        Py_END_ALLOW_THREADS
    }
    free(wanted.slots);
    PyBuffer_Release(&packed);
    PyBuffer_Release(&cookies);
    return answer;
}

struct births { const uint8_t *records; size_t count; struct keys by_cookie, by_address; bool any; uint8_t *left_out, *done; };

/* From the newest on: what a newer one leaves no place for is left out, the others have their keys. */
static void sort_births(struct births *b)
{
    for (size_t i = b->count; i-- > 0;) {
        const uint8_t *birth = b->records + i * BODY;
        uint32_t *there = found(&b->by_address, birth), *same = any_cookie(birth) ? NULL : found(&b->by_cookie, birth);
        b->left_out[i] = (same && *same) || (*there && (!same || any_cookie(b->records + (size_t)(*there - 1) * BODY)));
        if (b->left_out[i])
            continue;
        b->any |= !same;
        if (same)
            *same = (uint32_t)i + 1;
        if (!*there)
            *there = (uint32_t)i + 1;
    }
}

/* 1 + the number of the birth that takes the place of this body; 0: none. */
static uint32_t newer_than(const struct births *b, const uint8_t *body)
{
    bool any = any_cookie(body);
    uint32_t newer = any ? 0 : *found(&b->by_cookie, body);
    if (newer || !(any || b->any))
        return newer;
    newer = *found(&b->by_address, body);
    return newer && (any || any_cookie(b->records + (size_t)(newer - 1) * BODY)) ? newer : 0;
}

/* As pick. */
static size_t join(const uint8_t *packed, size_t count, struct births *b, uint8_t *out, size_t most)
{
    size_t n = 0;
    memcpy(b->done, b->left_out, b->count);
    for (const uint8_t *body = packed, *end = packed + count * BODY; body < end; body += BODY) {
        uint32_t newer = newer_than(b, body);
        if ((newer && b->done[newer - 1]) || n == most)
            continue;
        if (out)
            memcpy(out + n * BODY, newer ? b->records + (size_t)(newer - 1) * BODY : body, BODY);
        n++;
        if (newer)
            b->done[newer - 1] = 1;
    }
    for (size_t i = 0; i < b->count; i++)
        if (!b->done[i] && n < most) {
            if (out)
                memcpy(out + n * BODY, b->records + i * BODY, BODY);
            n++;
        }
    return n;
}

static PyObject *joined_method(PyObject *Py_UNUSED(self), PyObject *args)
{
    Py_buffer packed, births;
    PyObject *answer = NULL;
    struct births b = { .by_cookie = { .record = BODY, .at = COOKIE_AT, .len = COOKIE },
                        .by_address = { .record = BODY, .at = ADDRESS_AT, .len = ADDRESS, .family = true } };
    if (!PyArg_ParseTuple(args, "y*y*", &packed, &births))
        return NULL;
    size_t count = (size_t)packed.len / BODY, n = 0;
    b.records = b.by_cookie.records = b.by_address.records = births.buf;
    b.count = (size_t)births.len / BODY;
    if (packed.len % BODY || births.len % BODY || b.count >= UINT32_MAX) {
        unfit("not packed bodies");
    } else if (!make_keys(&b.by_cookie, b.count) || !make_keys(&b.by_address, b.count) || !(b.left_out = calloc(b.count + 1, 1)) ||
               !(b.done = calloc(b.count + 1, 1))) {
        PyErr_NoMemory();
    } else {
        Py_BEGIN_ALLOW_THREADS
        sort_births(&b);
        n = join(packed.buf, count, &b, NULL, count + b.count);
        Py_END_ALLOW_THREADS
        answer = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)(n * BODY));
    }
    if (answer) {
        uint8_t *out = (uint8_t *)PyBytes_AsString(answer);
        Py_BEGIN_ALLOW_THREADS
        size_t written = join(packed.buf, count, &b, out, n);
        memset(out + written * BODY, 0, (n - written) * BODY);
        Py_END_ALLOW_THREADS
    }
    free(b.by_cookie.slots);
    free(b.by_address.slots);
    free(b.left_out);
    free(b.done);
    PyBuffer_Release(&packed);
    PyBuffer_Release(&births);
    return answer;
}

struct work {
    int fd, timeout_ms;                    /* what is wanted */
    uint32_t portid, seq, most, wanted;
    const uint8_t *bodies;
    uint8_t *area;
    size_t size;
    bool waited;                           /* on the way */
    int64_t deadline_ms;
    size_t rcvbuf, cost;
    enum doubt doubt;                      /* what came of it */
    int error;
    uint32_t asked, rows, late, n_gone, counts[CLASSES], *gone;
    size_t used;
};

static bool doubted(struct work *w, enum doubt doubt, int error)
{
    w->doubt = doubt;
    w->error = error;
    return false;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Not more than replies fit into half of the receive buffer, or into the area. 0: the area is full. */
static uint32_t batch_of(const struct work *w)
{
    size_t fits = (w->size - w->used) / ROOM, wanted = w->wanted - w->asked, waiting = w->rcvbuf / 2 / w->cost;
    if (wanted > w->most)
        wanted = w->most;
    if (wanted > (waiting ? waiting : 1))
        wanted = waiting ? waiting : 1;
    if (w->asked && fits < (wanted < LEAST ? wanted : LEAST))
        return 0;
    return (uint32_t)(wanted < fits ? wanted : fits);
}

static bool send_batch(struct work *w, uint32_t batch)
{
    uint8_t requests[MOST_IN_BATCH * REQUEST];
    const struct nlmsghdr head = { .nlmsg_len = REQUEST, .nlmsg_type = BY_FAMILY, .nlmsg_flags = NLM_F_REQUEST };
    for (uint32_t i = 0; i < batch; i++) {
        uint8_t *r = requests + (size_t)i * REQUEST;
        uint32_t seq = w->seq + w->asked + i;
        memcpy(r, &head, HDR);
        memcpy(r + 8, &seq, sizeof seq);
        memcpy(r + HDR, w->bodies + (size_t)(w->asked + i) * BODY, BODY);
    }
    ssize_t sent;
    while ((sent = send(w->fd, requests, (size_t)batch * REQUEST, 0)) < 0 && errno == EINTR)
        ;
    if (sent < 0)
        return doubted(w, SENDING, errno);
    uint32_t memory[9] = { 0 };
    socklen_t len = sizeof memory;
    if (getsockopt(w->fd, SOL_SOCKET, SO_MEMINFO, memory, &len))
        return errno == ENOPROTOOPT || doubted(w, SENDING, errno);  /* before Linux 4.12 */
    if (memory[0]) {
        size_t seen = (memory[0] + batch - 1) / batch, least = w->cost == FIRST_COST ? LEAST_COST : w->cost;
        w->cost = seen > least ? seen : least;
    }
    return true;
}

static bool wait_for_reply(struct work *w)
{
    int64_t now = now_ms();
    if (!w->waited) {
        w->waited = true;
        w->deadline_ms = now + w->timeout_ms;
    }
    struct pollfd p = { .fd = w->fd, .events = POLLIN };
    int n = w->deadline_ms > now ? poll(&p, 1, (int)(w->deadline_ms - now)) : 0;
    if (n < 0 && errno != EINTR)
        return doubted(w, RECEIVING, errno);
    return n || doubted(w, TIMEOUT, 0);
}

static bool take_message(struct work *w, const uint8_t *h, size_t length, uint32_t until)
{
    uint16_t type = load16(h + 4), flags = load16(h + 6);
    uint32_t ahead = load32(h + 8) - w->seq - w->asked;
    if (load32(h + 12) != w->portid || ahead >= until - w->asked || (flags & NLM_F_REQUEST) || type == NLMSG_NOOP) {
        w->late++;
        return true;
    }
    if (type == NLMSG_OVERRUN)
        return doubted(w, OVERRUN, 0);
    if (ahead)
        return doubted(w, LOST, 0);
    if (type == NLMSG_ERROR) {
        uint32_t raw = length >= HDR + 4 ? load32(h + HDR) : 0, number = raw >> 31 ? 0 - raw : raw;
        if (number != ENOENT)
            return doubted(w, number ? REFUSED : DAMAGED, (int)(number > INT32_MAX ? INT32_MAX : number));
        w->gone[w->n_gone++] = w->asked++;
        return true;
    }
    if ((type != LEGACY && type != BY_FAMILY) || length < HDR + MSG)
        return doubted(w, DAMAGED, 0);
    if (h[HDR + 1] == LISTENING) {  /* it was asked for by its address alone, and the socket that had that is gone */
        w->gone[w->n_gone++] = w->asked++;
        return true;
    }
    w->counts[class_of(h + HDR)]++;
    size_t room = w->size - w->used, step = aligned(length) < room ? aligned(length) : room;
    memmove(w->area + w->used, h, length);
    memset(w->area + w->used + length, 0, step - length);
    w->used += step;
    w->rows++;
    w->asked++;
    return true;
}

/* The messages of a datagram; those that are rows move together. */
static bool take_datagram(struct work *w, size_t at, size_t end, uint32_t until)
{
    while (at < end) {
        size_t left = end - at, length = left < HDR ? 0 : load32(w->area + at);
        if (length < HDR || length > left)
            return doubted(w, DAMAGED, 0);
        if (!take_message(w, w->area + at, length, until))
            return false;
        at += aligned(length) < left ? aligned(length) : left;
    }
    return true;
}

static bool receive_batch(struct work *w, uint32_t until)
{
    while (w->asked < until) {
        struct sockaddr_nl sender = { 0 };
        socklen_t len = sizeof sender;
        size_t room = w->size - w->used;
        ssize_t size = recvfrom(w->fd, w->area + w->used, room, MSG_DONTWAIT | MSG_TRUNC, (struct sockaddr *)&sender, &len);
        if (size < 0) {
            if (errno == EINTR || (errno == EAGAIN && wait_for_reply(w)))
                continue;
            return w->doubt ? false : doubted(w, errno == ENOBUFS ? OVERRUN : RECEIVING, errno);
        }
        if (len >= sizeof sender && sender.nl_pid) {
            w->late++;
            continue;
        }
        if ((size_t)size > room)
            return doubted(w, TRUNCATED, 0);
        if (!take_datagram(w, w->used, w->used + (size_t)size, until))
            return false;
    }
    return true;
}

static void fetch(struct work *w)
{
    int rcvbuf = DEFAULT_RCVBUF;
    socklen_t len = sizeof rcvbuf;
    if (getsockopt(w->fd, SOL_SOCKET, SO_RCVBUF, &rcvbuf, &len)) {
        doubted(w, SENDING, errno);
        return;
    }
    w->rcvbuf = (size_t)rcvbuf;
    for (uint32_t batch; w->asked < w->wanted && (batch = batch_of(w));)
        if (!send_batch(w, batch) || !receive_batch(w, w->asked + batch))
            return;
}

static PyObject *answer_of(const struct work *w)
{
    PyObject *gone = PyTuple_New(w->n_gone);
    for (uint32_t i = 0; gone && i < w->n_gone; i++) {
        PyObject *index = PyLong_FromUnsignedLong(w->gone[i]);
        if (!index || PyTuple_SetItem(gone, i, index)) {
            Py_DECREF(gone);
            return NULL;
        }
    }
    return gone ? Py_BuildValue("(InI(IIII)NIii)", w->asked, (Py_ssize_t)w->used, w->rows, w->counts[0], w->counts[1], w->counts[2], w->counts[3],
                                gone, w->late, (int)w->doubt, w->error)
                : NULL;
}

static PyObject *fetch_method(PyObject *Py_UNUSED(self), PyObject *args)
{
    Py_buffer bodies, area;
    long long seq, most, timeout_ms;
    PyObject *answer = NULL;
    struct work w = { .cost = FIRST_COST };
    if (!PyArg_ParseTuple(args, "iILy*w*LL", &w.fd, &w.portid, &seq, &bodies, &area, &timeout_ms, &most))
        return NULL;
    size_t count = (size_t)bodies.len / BODY;
    w.bodies = bodies.buf;
    w.area = area.buf;
    w.size = (size_t)area.len;
    w.wanted = (uint32_t)(count < MOST_ASKED ? count : MOST_ASKED);
    if (bodies.len % BODY) {
        unfit("not packed bodies");
    } else if (w.size < ROOM || most < 1 || most > MOST_IN_BATCH || seq < 0 || seq > UINT32_MAX || timeout_ms < 0) {
        unfit("a buffer of less than 2048 bytes, a batch that is not 1 to 256, a seq beyond 32 bits, or a time below 0");
    } else if (!(w.gone = malloc((w.wanted + 1) * sizeof *w.gone))) {
        PyErr_NoMemory();
    } else {
        w.seq = (uint32_t)seq;
        w.most = (uint32_t)most;
        w.timeout_ms = (int)(timeout_ms < INT32_MAX ? timeout_ms : INT32_MAX);
        Py_BEGIN_ALLOW_THREADS
        fetch(&w);
        Py_END_ALLOW_THREADS
        answer = answer_of(&w);
    }
    free(w.gone);
    PyBuffer_Release(&bodies);
    PyBuffer_Release(&area);
    return answer;
}

static PyMethodDef methods[] = {
    { "bodies", bodies_method, METH_VARARGS, "bodies(datagram, seq, portid, ext, states) -> packed bodies" },
    { "counts", counts_method, METH_VARARGS, "counts(datagram, seq, portid) -> rows by class" },
    { "pick", pick_method, METH_VARARGS, "pick(packed, cookies) -> packed bodies" },
    { "joined", joined_method, METH_VARARGS, "joined(packed, births) -> packed bodies" },
    { "fetch", fetch_method, METH_VARARGS, "fetch(fd, portid, seq, bodies, buffer, timeout_ms, most) -> the fields of a Fetched" },
    { 0 }
};

static PyModuleDef_Slot module_slots[] = { { 0, NULL } };
static struct PyModuleDef module = { PyModuleDef_HEAD_INIT, "_exact", "Gets in C (see gets.py).", 0, methods, module_slots, NULL, NULL, NULL };

PyMODINIT_FUNC PyInit__exact(void) { return PyModuleDef_Init(&module); }
