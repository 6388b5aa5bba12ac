import logging
import multiprocessing
import sys

print(sorted(logging._levelToName.items()), logging._nameToLevel["WARN"], logging.getLevelName("INFO"))
print(multiprocessing.cpu_count() > 0, sys.modules["__main__"].__package__ or "none")
print(hasattr(object, "__reduce__"), hasattr(3, "__reduce_ex__"))
