"""What a container can do, as abstract classes."""

from _collections_abc import *
