/*
 * Messages of closed sockets, many with one system call, sorted by namespace.
 *
 * It does what in_python() of messages.py does, and answers the same. The GIL is given up for the system call and the sorting.
 */
#define _GNU_SOURCE
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <errno.h>
#include <linux/netlink.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { BATCH = 64, SLOT = 2048, HDR = 16, MSG = 72, NLA = 4, INFO = 2, TYPE_MASK = 0x3fff, OWN = -1, ALL_NSID = 8, NETLINK_LEVEL = 270 };

union ancillary { struct cmsghdr head; char room[CMSG_SPACE(sizeof(int))]; };

struct taken { int nsid; uint32_t len; bool wanted, cut_off; };

struct batch {
    size_t dport_at, pmtu_at;
    int n, error, unconnected, strange;
    struct taken taken[BATCH];
    struct mmsghdr headers[BATCH];
    struct iovec parts[BATCH];
    struct sockaddr_nl senders[BATCH];
    union ancillary ancillary[BATCH];
    uint8_t data[BATCH][SLOT];
};

static uint16_t load16(const uint8_t *p) { uint16_t v; memcpy(&v, p, sizeof v); return v; }
static uint32_t load32(const uint8_t *p) { uint32_t v; memcpy(&v, p, sizeof v); return v; }

/* 0 where nothing was ever sent to a peer. */
static uint32_t path_mtu(const struct batch *b, const uint8_t *message, size_t len)
{
    size_t stop = load32(message), at = HDR + MSG;
    if (stop > len)
        stop = len;
    while (at + NLA <= stop) {
        size_t length = load16(message + at);
        if (length < NLA || length > stop - at)
            break;
        if ((load16(message + at + 2) & TYPE_MASK) == INFO)
            return length - NLA >= b->pmtu_at + 4 ? load32(message + at + NLA + b->pmtu_at) : 0;
        at += (length + 3) & ~(size_t)3;
    }
    return 0;
}

static int nsid_of(struct msghdr *h)
{
    int nsid = OWN;
    for (struct cmsghdr *c = CMSG_FIRSTHDR(h); c; c = CMSG_NXTHDR(h, c))
        if (c->cmsg_level == NETLINK_LEVEL && c->cmsg_type == ALL_NSID && c->cmsg_len == CMSG_LEN(sizeof nsid))
            memcpy(&nsid, CMSG_DATA(c), sizeof nsid);
    return nsid;
}

static void take(struct batch *b, int fd)
{
    for (int i = 0; i < BATCH; i++) {
        b->parts[i] = (struct iovec){ b->data[i], SLOT };
        b->headers[i].msg_hdr = (struct msghdr){ &b->senders[i], sizeof b->senders[i], &b->parts[i], 1, &b->ancillary[i], sizeof b->ancillary[i], 0 };
    }
    int n = recvmmsg(fd, b->headers, BATCH, MSG_DONTWAIT, NULL);
    b->error = n < 0 ? errno : 0;
    b->n = n < 0 ? 0 : n;
    b->unconnected = b->strange = 0;
    for (int i = 0; i < b->n; i++) {
        struct taken *t = &b->taken[i];
        struct msghdr *h = &b->headers[i].msg_hdr;
        const uint8_t *message = b->data[i];
        t->len = b->headers[i].msg_len;
        t->wanted = false;
        if (h->msg_flags & MSG_TRUNC || t->len > SLOT || t->len < HDR + MSG || b->senders[i].nl_pid) {
            b->strange++;
            continue;
        }
        t->cut_off = !load16(message + b->dport_at);
        if (t->cut_off && !path_mtu(b, message, t->len)) {
            b->unconnected++;
            continue;
        }
        t->nsid = nsid_of(h);
        t->wanted = true;
    }
}

/* (nsid, messages, rows, where those that were cut off begin) of all that have the namespace of message `first`. They are used up. */
static PyObject *group(struct batch *b, int first)
{
    int nsid = b->taken[first].nsid, rows = 0;
    Py_ssize_t size = 0, at = 0;
    PyObject *messages, *cut_off, *answer = NULL;
    for (int i = first; i < b->n; i++)
        if (b->taken[i].wanted && b->taken[i].nsid == nsid)
            size += (b->taken[i].len + 3) & ~3u;
    messages = PyByteArray_FromStringAndSize(NULL, size);
    cut_off = PyList_New(0);
    for (int i = first; messages && cut_off && i < b->n; i++) {
        struct taken *t = &b->taken[i];
        if (!t->wanted || t->nsid != nsid)
            continue;
        t->wanted = false;
        rows++;
        if (t->cut_off) {
            PyObject *place = PyLong_FromSsize_t(at);
            int failed = !place || PyList_Append(cut_off, place);
            Py_XDECREF(place);
            if (failed)
                goto out;
        }
        uint32_t padded = (t->len + 3) & ~3u;
        char *to = PyByteArray_AsString(messages) + at;
        memset(to + padded - 4, 0, 4);
        memcpy(to, b->data[i], t->len);
        at += padded;
    }
    if (messages && cut_off)
        answer = Py_BuildValue("(iOiN)", nsid, messages, rows, PyList_AsTuple(cut_off));
out:
    Py_XDECREF(messages);
    Py_XDECREF(cut_off);
    return answer;
}

static PyObject *groups(struct batch *b)
{
    PyObject *found = PyList_New(0);
    for (int i = 0; found && i < b->n; i++) {
        if (!b->taken[i].wanted)
            continue;
        PyObject *one = group(b, i);
        int failed = !one || PyList_Append(found, one);
        Py_XDECREF(one);
        if (failed)
            Py_CLEAR(found);
    }
    return found;
}

static PyObject *receive(PyObject *Py_UNUSED(self), PyObject *args)
{
    int fd;
    Py_ssize_t dport_at, pmtu_at;
    if (!PyArg_ParseTuple(args, "inn", &fd, &dport_at, &pmtu_at))
        return NULL;
    if (dport_at < 0 || dport_at > HDR + MSG - 2 || pmtu_at < 0 || pmtu_at > SLOT) {
        PyErr_SetString(PyExc_ValueError, "no such place in a message");
        return NULL;
    }
    struct batch *b = malloc(sizeof *b);
    if (!b)
        return PyErr_NoMemory();
    b->dport_at = (size_t)dport_at;
    b->pmtu_at = (size_t)pmtu_at;
    Py_BEGIN_ALLOW_THREADS
    take(b, fd);
    Py_END_ALLOW_THREADS
    PyObject *answer = NULL, *found;
    if (b->error && b->error != EAGAIN && b->error != EINTR && b->error != ENOBUFS) {
        errno = b->error;
        PyErr_SetFromErrno(PyExc_OSError);
    } else if ((found = groups(b))) {
        answer = Py_BuildValue("(NiiiN)", found, b->n, b->unconnected, b->strange, PyBool_FromLong(b->error == ENOBUFS));
    }
    free(b);
    return answer;
}

static PyMethodDef methods[] = {
    { "receive", receive, METH_VARARGS, "receive(fd, dport_at, pmtu_at) -> the fields of a Received" },
    { 0 }
};

static PyModuleDef_Slot module_slots[] = { { 0, NULL } };
static struct PyModuleDef module = { PyModuleDef_HEAD_INIT, "_messages", "Messages of closed sockets in C (see messages.py).", 0, methods, module_slots, NULL, NULL, NULL };

PyMODINIT_FUNC PyInit__messages(void) { return PyModuleDef_Init(&module); }
