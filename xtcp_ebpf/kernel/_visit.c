/*
 * A visit to a network namespace in one call: ten system calls, and the GIL is given up once for all of them.
 *
 * It does what in_python() of visit.py does, step by step, and answers the same.
 */
#define _GNU_SOURCE
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef SO_NETNS_COOKIE
#define SO_NETNS_COOKIE 71
#endif

enum { MAX_FILES = 4, MAX_BYTES = 8192, HANDLE_HEAD = 8, MAX_HANDLE = 128 };

/* The numbers are those of Step in visit.py. */
enum step { DONE, AT_HOME, OPEN, STAT, KIND, INODE, ENTER, PLACE, FILES, SOCKET, BACK };

struct file { size_t len; bool missing; char data[MAX_BYTES + 1]; };

struct visit {
    int home, ns, net;                     /* what is wanted */
    uint64_t home_inode, nsfs, wanted;
    const char *path, *names[MAX_FILES];
    bool by_handle, diag, confirm;
    union { struct file_handle head; uint8_t bytes[HANDLE_HEAD + MAX_HANDLE]; } handle;
    enum step step;                        /* what came of it */
    int error, fd, n_names, n_files;
    uint32_t portid;
    uint64_t inode, place, cookie;
    struct file files[MAX_FILES];
};

static bool failed(struct visit *v, enum step step, int error)
{
    v->step = step;
    v->error = error;
    return false;
}

/* Non-blocking, because what stands where a namespace is expected may be a FIFO. ESTALE is the kernel's word that it is dead; when the
 * handle does not do for another reason, the path may. */
static int open_namespace(struct visit *v)
{
    const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    int fd = -1;
    if (v->by_handle) {
        fd = open_by_handle_at(v->home, &v->handle.head, flags);
        if (fd >= 0 || errno == ESTALE || !v->path)
            return fd;
    }
    return open(v->path, flags);
}

static bool read_file(struct visit *v, const char *name)
{
    struct file *f = &v->files[v->n_files];
    int fd = openat(v->net, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK), error = 0;
    f->len = 0;
    f->missing = fd < 0 && errno == ENOENT;
    if (fd < 0 && !f->missing)
        return failed(v, FILES, errno);
    if (fd >= 0) {
        ssize_t n;
        while ((n = read(fd, f->data + f->len, sizeof f->data - f->len)) > 0)
            f->len += (size_t)n;
        error = n < 0 ? errno : f->len > MAX_BYTES ? EFBIG : 0;
        close(fd);
    }
    if (error)
        return failed(v, FILES, error);
    v->n_files++;
    return true;
}

/* Connected to the kernel, which binds too; and from now on the kernel refuses what any process but itself sends here. */
static bool open_diag(struct visit *v)
{
    struct sockaddr_nl kernel = { .nl_family = AF_NETLINK }, self;
    socklen_t self_len = sizeof self, cookie_len = sizeof v->cookie;
    int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    if (fd < 0)
        return failed(v, SOCKET, errno);
    bool made = !connect(fd, (struct sockaddr *)&kernel, sizeof kernel) && !getsockname(fd, (struct sockaddr *)&self, &self_len);
    if (made && getsockopt(fd, SOL_SOCKET, SO_NETNS_COOKIE, &v->cookie, &cookie_len)) {
        v->cookie = 0;
        made = errno == ENOPROTOOPT;  /* before Linux 5.14 */
    }
    if (!made) {
        failed(v, SOCKET, errno);
        close(fd);
        return false;
    }
    v->portid = self.nl_pid;
    v->fd = fd;
    return true;
}

/* What is done where the thread is. */
static bool stay(struct visit *v)
{
    if (v->confirm) {
        char link[64];
        ssize_t n = readlinkat(v->ns, "net", link, sizeof link - 1);
        if (n < 0)
            return failed(v, PLACE, errno);
        link[n] = 0;
        v->place = strncmp(link, "net:[", 5) ? 0 : strtoull(link + 5, NULL, 10);
        if (v->place != v->inode)
            return failed(v, PLACE, 0);
    }
    for (int i = 0; i < v->n_names; i++)
        if (!read_file(v, v->names[i]))
            return false;
    return !v->diag || open_diag(v);
}

static bool check(struct visit *v, int fd)
{
    struct stat found;
    if (fstat(fd, &found))
        return failed(v, STAT, errno);
    v->inode = found.st_ino;
    if (found.st_dev != v->nsfs)
        return failed(v, KIND, 0);
    return !v->wanted || v->wanted == v->inode || failed(v, INODE, 0);
}

static void visit(struct visit *v)
{
    if (!v->path && !v->by_handle) {
        v->inode = v->home_inode;
        stay(v);
        return;
    }
    struct stat home;
    if (fstat(v->home, &home) || home.st_dev != v->nsfs || home.st_ino != v->home_inode) {
        failed(v, AT_HOME, 0);
        return;
    }
    int fd = open_namespace(v);
    if (fd < 0) {
        failed(v, OPEN, errno);
        return;
    }
    if (check(v, fd)) {
        if (setns(fd, CLONE_NEWNET)) {
            failed(v, ENTER, errno);
        } else {
            stay(v);
            if (setns(v->home, CLONE_NEWNET)) {
                failed(v, BACK, errno);
                if (v->fd >= 0)
                    close(v->fd);
                v->fd = -1;
            }
        }
    }
    close(fd);
}

/* NULL for None; an error when it is no bytes, or a NUL ends it early. */
static const char *text(PyObject *o)
{
    char *found = NULL;
    if (o != Py_None && PyBytes_AsStringAndSize(o, &found, NULL))
        return NULL;
    return found;
}

static bool take_handle(struct visit *v, PyObject *o)
{
    char *bytes;
    Py_ssize_t len;
    uint32_t inside;
    v->by_handle = o != Py_None;
    if (!v->by_handle)
        return true;
    if (PyBytes_AsStringAndSize(o, &bytes, &len))
        return false;
    if (len >= HANDLE_HEAD && len <= HANDLE_HEAD + MAX_HANDLE) {
        memcpy(&inside, bytes, sizeof inside);
        if (inside == (size_t)len - HANDLE_HEAD) {
            memcpy(v->handle.bytes, bytes, (size_t)len);
            return true;
        }
    }
    PyErr_SetString(PyExc_ValueError, "the file handle has not the length that it says");
    return false;
}

static bool take_names(struct visit *v, PyObject *names)
{
    Py_ssize_t count = PyTuple_Size(names);
    if (count > MAX_FILES) {
        PyErr_SetString(PyExc_ValueError, "more than 4 files");
        return false;
    }
    for (v->n_names = 0; v->n_names < count; v->n_names++) {
        v->names[v->n_names] = text(PyTuple_GetItem(names, v->n_names));
        if (!v->names[v->n_names]) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_TypeError, "a file without a name");
            return false;
        }
    }
    return true;
}

static PyObject *contents(const struct visit *v)
{
    PyObject *all = PyTuple_New(v->n_files);
    for (int i = 0; all && i < v->n_files; i++) {
        const struct file *f = &v->files[i];
        PyObject *one = f->missing ? Py_NewRef(Py_None) : PyBytes_FromStringAndSize(f->data, (Py_ssize_t)f->len);
        if (!one || PyTuple_SetItem(all, i, one)) {
            Py_DECREF(all);
            return NULL;
        }
    }
    return all;
}

static PyObject *visit_method(PyObject *Py_UNUSED(self), PyObject *args)
{
    struct visit v;
    PyObject *path, *handle, *names, *files, *answer = NULL;
    unsigned long long home_inode, nsfs, wanted;
    int diag, confirm;
    if (!PyArg_ParseTuple(args, "(iKKii)OOKO!pp", &v.home, &home_inode, &nsfs, &v.ns, &v.net, &path, &handle, &wanted, &PyTuple_Type,
                          &names, &diag, &confirm))
        return NULL;
    v.path = text(path);
    if (PyErr_Occurred() || !take_handle(&v, handle) || !take_names(&v, names))
        return NULL;
    v.home_inode = home_inode;
    v.nsfs = nsfs;
    v.wanted = wanted;
    v.diag = diag;
    v.confirm = confirm;
    v.step = DONE;
    v.error = v.n_files = 0;
    v.portid = 0;
    v.inode = v.place = v.cookie = 0;
    v.fd = -1;
    Py_BEGIN_ALLOW_THREADS
    visit(&v);
    Py_END_ALLOW_THREADS
    if ((files = contents(&v)))
        answer = Py_BuildValue("(iiKKNiIK)", (int)v.step, v.error, (unsigned long long)v.inode, (unsigned long long)v.place, files, v.fd,
                               (unsigned int)v.portid, (unsigned long long)v.cookie);
    if (!answer && v.fd >= 0)
        close(v.fd);
    return answer;
}

static PyMethodDef methods[] = {
    { "visit", visit_method, METH_VARARGS, "visit(home, path, handle, inode, files, diag, confirm) -> the fields of a Visit" },
    { 0 }
};

static PyModuleDef_Slot module_slots[] = { { 0, NULL } };
static struct PyModuleDef module = { PyModuleDef_HEAD_INIT, "_visit", "Visits in C (see visit.py).", 0, methods, module_slots, NULL, NULL, NULL };

PyMODINIT_FUNC PyInit__visit(void) { return PyModuleDef_Init(&module); }
