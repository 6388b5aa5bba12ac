"""Numbers of the system's errors (Linux)."""

_texts = {}
errorcode = {}
for _name, _number, _text in (
        ("EPERM", 1, "Operation not permitted"), ("ENOENT", 2, "No such file or directory"),
        ("EINTR", 4, "Interrupted system call"), ("EIO", 5, "Input/output error"), ("EBADF", 9, "Bad file descriptor"),
        ("EAGAIN", 11, "Resource temporarily unavailable"), ("ENOMEM", 12, "Cannot allocate memory"),
        ("EACCES", 13, "Permission denied"), ("EBUSY", 16, "Device or resource busy"), ("EEXIST", 17, "File exists"),
        ("ENOTDIR", 20, "Not a directory"), ("EISDIR", 21, "Is a directory"), ("EINVAL", 22, "Invalid argument"),
        ("EMFILE", 24, "Too many open files"), ("ENOSPC", 28, "No space left on device"),
        ("EROFS", 30, "Read-only file system"), ("EPIPE", 32, "Broken pipe"),
        ("ENAMETOOLONG", 36, "File name too long"), ("ENOTEMPTY", 39, "Directory not empty"),
        ("ECONNREFUSED", 111, "Connection refused"), ("ETIMEDOUT", 110, "Connection timed out"),
        ("ECONNRESET", 104, "Connection reset by peer"), ("EADDRINUSE", 98, "Address already in use")):
    globals()[_name] = _number
    errorcode[_number] = _name
    _texts[_number] = _text
EWOULDBLOCK = 11
