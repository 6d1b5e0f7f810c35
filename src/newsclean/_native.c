/* The compiled core: loops over bytes, characters and trees that Python is slow at.
 *
 * Every function has a twin in Python beside its use, and gives the same results; newsclean.core
 * chooses. Nothing here keeps or changes an object that it is given.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>

#define MOST_VALUES 1024

/* newsclean.label.features.count_wide */
static PyObject *count_wide(PyObject *module, PyObject *text)
{
    if (!PyUnicode_Check(text)) {
        PyErr_SetString(PyExc_TypeError, "a str is wanted");
        return NULL;
    }
    int kind = PyUnicode_KIND(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), wide = 0;
    const void *data = PyUnicode_DATA(text);
    if (kind != PyUnicode_1BYTE_KIND) {
        for (Py_ssize_t place = 0; place < length; place++) {
            Py_UCS4 one = PyUnicode_READ(kind, data, place);
            wide += (one >= 0x2e80 && one <= 0xd7af) || (one >= 0xf900 && one <= 0xfaff);
        }
    }
    return PyLong_FromSsize_t(wide);
}

/* A forest: the nodes of all trees in a row, children as places in it; a leaf asks for -1. */
typedef struct {
    Py_ssize_t trees, values;
    Py_ssize_t *roots;
    struct node {
        double limit;
        Py_ssize_t asks, low, high;
    } *nodes;
} Forest;

static const char *FOREST = "newsclean._native.forest";

static void fell(PyObject *capsule)
{
    Forest *forest = PyCapsule_GetPointer(capsule, FOREST);
    if (forest != NULL) {
        PyMem_Free(forest->roots);
        PyMem_Free(forest->nodes);
        PyMem_Free(forest);
    }
}

/* Read one tree, (asks, limits, low, high), whose first node has a place in the row. */
static int read_tree(Forest *forest, PyObject *tree, Py_ssize_t first)
{
    Py_ssize_t count = PyTuple_GET_SIZE(PyTuple_GET_ITEM(tree, 0));
    for (Py_ssize_t number = 0; number < count; number++) {
        struct node *node = &forest->nodes[first + number];
        node->asks = PyLong_AsSsize_t(PyTuple_GET_ITEM(PyTuple_GET_ITEM(tree, 0), number));
        node->limit = PyFloat_AsDouble(PyTuple_GET_ITEM(PyTuple_GET_ITEM(tree, 1), number));
        node->low = PyLong_AsSsize_t(PyTuple_GET_ITEM(PyTuple_GET_ITEM(tree, 2), number));
        node->high = PyLong_AsSsize_t(PyTuple_GET_ITEM(PyTuple_GET_ITEM(tree, 3), number));
        if (PyErr_Occurred())
            return -1;
        if (node->asks < 0)
            continue;
        /* Children come after their parent, so no walk over a tree is without end. */
        if (node->asks >= MOST_VALUES || node->low <= number || node->low >= count ||
            node->high <= number || node->high >= count) {
            PyErr_SetString(PyExc_ValueError, "a tree is damaged");
            return -1;
        }
        node->low += first;
        node->high += first;
        if (node->asks >= forest->values)
            forest->values = node->asks + 1;
    }
    return 0;
}

/* Tell whether a tree is four tuples of one length, and count its nodes. */
static Py_ssize_t nodes_of(PyObject *tree)
{
    if (!PyTuple_Check(tree) || PyTuple_GET_SIZE(tree) != 4)
        return -1;
    Py_ssize_t count = -1;
    for (int part = 0; part < 4; part++) {
        PyObject *values = PyTuple_GET_ITEM(tree, part);
        if (!PyTuple_Check(values) || (part && PyTuple_GET_SIZE(values) != count))
            return -1;
        count = PyTuple_GET_SIZE(values);
    }
    return count > 0 ? count : -1;
}

/* plant(trees): return a forest for `total`. */
static PyObject *plant(PyObject *module, PyObject *trees)
{
    if (!PyTuple_Check(trees)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of trees is wanted");
        return NULL;
    }
    Py_ssize_t count = PyTuple_GET_SIZE(trees), whole = 0;
    for (Py_ssize_t number = 0; number < count; number++) {
        Py_ssize_t size = nodes_of(PyTuple_GET_ITEM(trees, number));
        if (size < 0) {
            PyErr_SetString(PyExc_ValueError, "a tree is damaged");
            return NULL;
        }
        whole += size;
    }
    Forest *forest = PyMem_Calloc(1, sizeof(Forest));
    if (forest == NULL)
        return PyErr_NoMemory();
    forest->trees = count;
    forest->roots = PyMem_Calloc((size_t)count + 1, sizeof(Py_ssize_t));
    forest->nodes = PyMem_Calloc((size_t)whole + 1, sizeof(struct node));
    PyObject *capsule = PyCapsule_New(forest, FOREST, fell);
    if (capsule == NULL || forest->roots == NULL || forest->nodes == NULL) {
        if (capsule == NULL) {
            PyMem_Free(forest->roots);
            PyMem_Free(forest->nodes);
            PyMem_Free(forest);
        }
        Py_XDECREF(capsule);
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    }
    Py_ssize_t place = 0;
    for (Py_ssize_t number = 0; number < count; number++) {
        PyObject *tree = PyTuple_GET_ITEM(trees, number);
        forest->roots[number] = place;
        if (read_tree(forest, tree, place) < 0) {
            Py_DECREF(capsule);
            return NULL;
        }
        place += nodes_of(tree);
    }
    return capsule;
}

/* Read the values that a forest asks for. */
static int read_values(PyObject *given, Py_ssize_t count, double *values)
{
    for (Py_ssize_t number = 0; number < count; number++) {
        if (number >= PySequence_Fast_GET_SIZE(given)) {
            PyErr_SetString(PyExc_IndexError, "too few values");
            return -1;
        }
        PyObject *value = PySequence_Fast_GET_ITEM(given, number);
        Py_INCREF(value);
        values[number] = PyFloat_AsDouble(value);
        Py_DECREF(value);
        if (values[number] == -1.0 && PyErr_Occurred())
            return -1;
    }
    return 0;
}

/* total(forest, values): return the sum of all answers, in the order of the trees. */
static PyObject *total(PyObject *module, PyObject *arguments)
{
    PyObject *capsule, *given;
    double values[MOST_VALUES], sum = 0.0;
    if (!PyArg_ParseTuple(arguments, "OO", &capsule, &given))
        return NULL;
    const Forest *forest = PyCapsule_GetPointer(capsule, FOREST);
    if (forest == NULL)
        return NULL;
    given = PySequence_Fast(given, "a sequence of values is wanted");
    if (given == NULL)
        return NULL;
    int failed = read_values(given, forest->values, values);
    Py_DECREF(given);
    if (failed)
        return NULL;
    for (Py_ssize_t number = 0; number < forest->trees; number++) {
        const struct node *node = &forest->nodes[forest->roots[number]];
        while (node->asks >= 0)
            node = &forest->nodes[values[node->asks] <= node->limit ? node->low : node->high];
        sum = number ? sum + node->limit : node->limit;
    }
    return PyFloat_FromDouble(sum);
}

static PyMethodDef METHODS[] = {
    {"count_wide", count_wide, METH_O, "Count the characters that are as wide as three."},
    {"plant", plant, METH_O, "Return a forest."},
    {"total", total, METH_VARARGS, "Return the sum of a forest's answers."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot SLOTS[] = {
#if PY_VERSION_HEX >= 0x030c0000
    {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
#if PY_VERSION_HEX >= 0x030d0000
    /* Forests are never changed, and the values of a page are known to one thread alone. */
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL},
};

static struct PyModuleDef MODULE = {
    PyModuleDef_HEAD_INIT, "_native", "The compiled core of newsclean.", 0, METHODS, SLOTS,
};

PyMODINIT_FUNC PyInit__native(void)
{
    return PyModuleDef_Init(&MODULE);
}
