/*
 * Several datagrams of a dump in one call: the GIL is given up once for all of them.
 *
 * From Python each of them, some 63 sockets, is a fight for the interpreter's lock: beside a thread that computes, 5 ms a datagram.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <errno.h>
#include <linux/netlink.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

struct receiving {
    int fd;
    uint8_t *area;
    Py_ssize_t room, largest, size; /* of the area, of a datagram, and what is filled */
    int error;
    Py_ssize_t needed;              /* with EMSGSIZE: the datagram's size */
    double seconds;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* NLMSG_DONE, or a refusal: nothing comes after it, and to ask would be a system call for nothing. */
static bool ends(const uint8_t *datagram, Py_ssize_t size)
{
    struct nlmsghdr head;
    if (size < (Py_ssize_t)sizeof head)
        return false;
    memcpy(&head, datagram, sizeof head);
    return head.nlmsg_type == NLMSG_DONE || head.nlmsg_type == NLMSG_ERROR;
}

static void receive(struct receiving *r)
{
    double until = r->seconds > 0 ? now() + r->seconds : 0;
    while (r->room - r->size >= r->largest) {
        uint8_t *here = r->area + r->size;
        ssize_t got = recv(r->fd, here, (size_t)r->largest, MSG_DONTWAIT | MSG_TRUNC);
        if (got < 0) {
            r->error = errno;
            return;
        }
        if (got > r->largest) {
            r->error = EMSGSIZE;
            r->needed = got;
            return;
        }
        /* The next one begins where the last message of this one, aligned, ends. What is no message stands alone. */
        r->size += got;
        if (got % NLMSG_ALIGNTO || !got || ends(here, got) || now() >= until)
            return;
    }
}

static PyObject *receive_method(PyObject *Py_UNUSED(self), PyObject *args)
{
    struct receiving r = { 0 };
    Py_buffer area;
    if (!PyArg_ParseTuple(args, "iw*nd", &r.fd, &area, &r.largest, &r.seconds))
        return NULL;
    r.area = area.buf;
    r.room = area.len;
    if (r.largest < 1 || r.largest > r.room) {
        PyBuffer_Release(&area);
        PyErr_SetString(PyExc_ValueError, "the area has no room for one datagram");
        return NULL;
    }
    Py_BEGIN_ALLOW_THREADS
    receive(&r);
    Py_END_ALLOW_THREADS
    PyBuffer_Release(&area);
    return Py_BuildValue("(nin)", r.size, r.error, r.needed);
}

static PyMethodDef methods[] = {
    { "receive", receive_method, METH_VARARGS, "receive(fd, area, largest, seconds) -> (size, errno, needed)" },
    { 0 }
};

static PyModuleDef_Slot module_slots[] = { { 0, NULL } };
static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_receive", "Datagrams in C (see diag_socket.py).", 0, methods, module_slots, NULL, NULL, NULL
};

PyMODINIT_FUNC PyInit__receive(void) { return PyModuleDef_Init(&module); }
