print(isinstance(1, (str, int)), issubclass(bool, int), isinstance([], list | tuple), callable(len), callable(5), type(5).__name__, type("").__mro__)
try:
    isinstance(1, 5)
except TypeError as error:
    print(error)
